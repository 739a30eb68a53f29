package org.huiyin.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in plain words that the database is away or the disk is full, also where the session itself could not be read;
 * needs neither of the two for its answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final String SOON = "5";

    private final ObjectProvider<Pages> pages;
    private final ObjectProvider<TemplateEngine> templates;
    private final ObjectProvider<JsonMapper> json;

    OutageFilter(ObjectProvider<Pages> pages, ObjectProvider<TemplateEngine> templates, ObjectProvider<JsonMapper> json) {
        this.pages = pages;
        this.templates = templates;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException thrown) {
            var outage = Outage.behind(thrown);
            if (outage.isEmpty() || response.isCommitted()) {
                throw thrown;
            }
            LOG.warn("{} while {} {}", outage.get(), request.getMethod(), request.getRequestURI());
            if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                return; // The page that says so is drawn already; only the session could not be written behind it.
            }
            response.reset();
            answer(request, response, outage.get().failure());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        Page page = pages.getObject().of(request);
        response.setStatus(failure.status().value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (page.here().startsWith("/api/")) {
            ResponseEntity<?> problem = FailureAnswers.problem(failure, page);
            response.setContentType("application/problem+json");
            response.getOutputStream().write(json.getObject().writeValueAsBytes(problem.getBody()));
        } else {
            var html = new StringOutput();
            templates.getObject().render("web/outage.jte", Map.of("page", page, "failure", failure), html);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(html.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
