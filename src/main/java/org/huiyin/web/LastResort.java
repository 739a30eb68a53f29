package org.huiyin.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong outside the controllers: in a filter, in the container, while a page was being drawn. */
@Controller
class LastResort implements ErrorController {

    private final FailureAnswers answers;

    LastResort(FailureAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Failure failure = thrown instanceof Throwable cause ? Failures.failure(cause)
                : Failures.status(HttpStatusCode.valueOf(status instanceof Integer code ? code : 404), "status " + status);
        return answers.to(request, failure);
    }
}
