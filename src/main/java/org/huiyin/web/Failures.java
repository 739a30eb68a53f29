package org.huiyin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.databind.DatabindException;

/** Turns every refusal into an answer: a page, a fragment for htmx, problem details under /api. */
@ControllerAdvice
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String FOREIGN_KEY = "23503";
    private static final Set<String> NOT_ALLOWED = Set.of(Actor.MISSING_RIGHT, Actor.READS_ONLY);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final FailureAnswers answers;

    Failures(FailureAnswers answers) {
        this.answers = answers;
    }

    /** Spring Security asks to sign in, or says who may. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refused) {
        throw refused;
    }

    /** Once bytes of a file are gone, no page can follow: the connection breaks, so that nobody takes a part for the whole. */
    @ExceptionHandler(Exception.class)
    Object answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw thrown;
        }
        return answers.to(request, failure(thrown));
    }

    static Failure failure(Throwable thrown) {
        return Outage.behind(thrown).map(Outage::failure).orElseGet(() -> without(thrown));
    }

    private static Failure without(Throwable thrown) {
        return switch (thrown) {
            case BrokenRule broken when NOT_ALLOWED.contains(broken.sentence().key()) -> Failure.plain(403, "forbidden", broken.sentence());
            case BrokenRule broken -> Failure.plain(409, "rule", broken.sentence());
            case InvalidInput invalid -> invalid(invalid.problems());
            case MethodArgumentNotValidException invalid -> invalid(Errors.of(invalid.getBindingResult()).problems());
            case StaleRecord stale -> stale(stale);
            case NotFound ignored -> Failure.plain(404, "missing");
            case MethodArgumentTypeMismatchException unfit when unfit.getParameter().hasParameterAnnotation(RequestParam.class) ->
                invalid(Map.of(unfit.getName(), new Sentence("web.invalid.value")));
            case TypeMismatchException ignored -> Failure.plain(404, "missing");
            case MaxUploadSizeExceededException ignored -> Failure.plain(413, "upload");
            case MultipartException ignored -> invalid(Map.of("file", new Sentence("web.invalid.file")));
            case MissingServletRequestPartException ignored -> invalid(Map.of("file", new Sentence("web.invalid.file")));
            case HttpMessageNotReadableException unread -> unreadable(unread);
            case DataIntegrityViolationException broken when unknownReference(broken) -> Failure.plain(422, "reference");
            case ErrorResponse standard -> status(standard.getStatusCode(), thrown);
            default -> bug(thrown);
        };
    }

    /** Somebody named a record that is not there, or is another company's. */
    private static boolean unknownReference(DataIntegrityViolationException broken) {
        return broken.getMostSpecificCause() instanceof SQLException refused && FOREIGN_KEY.equals(refused.getSQLState());
    }

    /** What a status without an exception means, such as a refusal by a filter. */
    static Failure status(HttpStatusCode status, Object why) {
        return switch (status.value()) {
            case 401 -> Failure.plain(401, "signin");
            case 403 -> Failure.plain(403, "forbidden");
            case 404 -> Failure.plain(404, "missing");
            case 405 -> Failure.plain(405, "method");
            case 413 -> Failure.plain(413, "upload");
            case 415 -> Failure.plain(415, "media");
            case 422 -> Failure.plain(422, "repeated");
            case 429 -> Failure.plain(429, "often");
            default -> status.is4xxClientError() ? Failure.plain(status.value(), "request") : bug(why);
        };
    }

    /** A value that does not fit its field is the field's trouble; anything else is no JSON at all. */
    private static Failure unreadable(HttpMessageNotReadableException unread) {
        if (unread.getCause() instanceof DatabindException unfit && !unfit.getPath().isEmpty()) {
            return invalid(Map.of(field(unfit), new Sentence("web.invalid.value")));
        }
        return Failure.plain(400, "json");
    }

    private static String field(DatabindException unfit) {
        StringBuilder path = new StringBuilder();
        unfit.getPath().forEach(step -> path.append(step.getPropertyName() == null ? "[" + step.getIndex() + "]"
                : (path.isEmpty() ? "" : ".") + step.getPropertyName()));
        return path.toString();
    }

    private static Failure invalid(Map<String, Sentence> problems) {
        Sentence first = problems.values().iterator().next();
        return new Failure(HttpStatusCode.valueOf(422), "invalid", first, problems, null, null);
    }

    private static Failure stale(StaleRecord stale) {
        Sentence who = new Sentence(stale.again() ? "web.failure.stale.text" : "web.failure.stale.gone", stale.who(), stale.when());
        return new Failure(HttpStatusCode.valueOf(409), "stale", who, Map.of(), stale, null);
    }

    private static Failure bug(Object why) {
        String reference = reference();
        LOG.error("Bug {}: {}", reference, why, why instanceof Throwable thrown ? thrown : null);
        Sentence sentence = new Sentence("web.failure.bug.text", reference);
        return new Failure(HttpStatusCode.valueOf(500), "bug", sentence, Map.of(), null, reference);
    }

    /** Eight signs that can be read out on the telephone. */
    private static String reference() {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            signs.append(i == 4 ? "-" : "").append(SIGNS.charAt(CHANCE.nextInt(SIGNS.length())));
        }
        return signs.toString();
    }
}
