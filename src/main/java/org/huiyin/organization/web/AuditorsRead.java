package org.huiyin.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.web.security.Member;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The auditor reads everything and changes nothing but her own password, whatever a module forgets to ask. */
@Configuration(proxyBeanMethods = false)
class AuditorsRead implements WebMvcConfigurer, HandlerInterceptor {

    private static final String AUDITOR = "AUDITOR";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/c/**", "/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var changes = !READING.contains(request.getMethod()) && !request.getRequestURI().matches(".*/c/[^/]+/me/password");
        if (changes && request.getAttribute(Member.ATTRIBUTE) instanceof Member member && member.actor().is(AUDITOR)) {
            throw new BrokenRule(Actor.READS_ONLY);
        }
        return true;
    }
}
