package org.huiyin.campaign.answers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.huiyin.campaign.answers.StaffDevices;
import org.huiyin.web.security.Member;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/** Marks the browsers of people who are signed in; the mark outlives the sign-out. */
@Configuration(proxyBeanMethods = false)
class StaffDeviceMark implements WebMvcConfigurer, HandlerInterceptor {

    private static final Duration KEPT = Duration.ofDays(400);

    private final ObjectProvider<StaffDevices> devices;

    StaffDeviceMark(ObjectProvider<StaffDevices> devices) {
        this.devices = devices;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/c/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(Member.ATTRIBUTE) instanceof Member member && member.account() != null) {
            var name = StaffDevices.name(member.company());
            var known = WebUtils.getCookie(request, name);
            var mark = devices.getObject().mark(member.company());
            if (known == null || !mark.equals(known.getValue())) {
                response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, mark).path("/").maxAge(KEPT)
                        .httpOnly(true).sameSite("Lax").secure(request.isSecure()).build().toString());
            }
        }
        return true;
    }
}
