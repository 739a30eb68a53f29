package org.huiyin.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.session.security.web.authentication.SpringSessionRememberMeServices;
import org.springframework.transaction.support.TransactionTemplate;

/** Three doors: public links (no session), programs (bearer token), people (session and password). */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final RequestHeaderRequestMatcher FRAGMENT = new RequestHeaderRequestMatcher("HX-Request", "true");

    /** Argon2id, 16 MiB, 2 passes: Spring Security's recommendation. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** What answers to everybody who knows the address; a link's token is the capability. */
    @Bean
    @Order(1)
    SecurityFilterChain doorOfLinks(HttpSecurity http) throws Exception {
        return http.securityMatcher("/a/**", "/k/**", "/assets/**", "/favicon.ico", "/health")
                .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .sessionManagement(session -> session.disable())
                .securityContext(context -> context.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .anonymous(anonymous -> anonymous.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain doorOfPrograms(
            HttpSecurity http, Doorkeeper doorkeeper, JdbcClient sql, TransactionTemplate transaction, Clock clock)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(any -> any.requestMatchers(HttpMethod.GET, "/api/v1/openapi/**").permitAll()
                        .anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, why) -> ask(response)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")))
                .addFilterBefore(new TokenFilter(doorkeeper), AuthorizationFilter.class)
                .addFilterAfter(new IdempotencyFilter(sql, transaction, clock), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain doorOfPeople(HttpSecurity http, Doorkeeper doorkeeper, ObjectProvider<SignInWords> words) throws Exception {
        return http.authorizeHttpRequests(any -> any.requestMatchers("/", "/login", "/setup/**", "/language", "/theme", "/density",
                                "/error", "/design/**")
                        .permitAll()
                        .anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false).failureHandler(refusal(words)).permitAll())
                .rememberMe(remember -> remember.rememberMeServices(stayingSignedIn()))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?bye"))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(signInPage()))
                .requestCache(cache -> cache.requestCache(cameFor()))
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(options -> {}).frameOptions(frame -> frame.deny()))
                .addFilterAfter(new FirstPasswordFilter(), AuthorizationFilter.class)
                .addFilterAfter(new CompanyFilter(doorkeeper), FirstPasswordFilter.class)
                .build();
    }

    /** A fragment cannot show a sign-in page; htmx says beside the button what is missing. */
    private static AuthenticationEntryPoint signInPage() {
        var page = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, why) -> {
            if (FRAGMENT.matches(request)) {
                response.sendError(HttpStatus.UNAUTHORIZED.value());
            } else {
                page.commence(request, response, why);
            }
        };
    }

    /** After sign-in the person gets the page she came for, never a fragment or a file of it. */
    private static HttpSessionRequestCache cameFor() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET") && !FRAGMENT.matches(request));
        return cache;
    }

    /** Seven days on this computer, for who ticks it; the session itself lives longer, and no second token exists. */
    @Bean
    SpringSessionRememberMeServices stayingSignedIn() {
        var services = new SpringSessionRememberMeServices();
        services.setRememberMeParameterName("stay");
        services.setValiditySeconds(7 * 24 * 3600);
        return services;
    }

    private static AuthenticationFailureHandler refusal(ObjectProvider<SignInWords> words) {
        return (request, response, why) -> {
            var login = Objects.requireNonNullElse(request.getParameter("username"), "");
            SignInTrouble.leave(request, login, words.getObject().refusal(login, why));
            response.sendRedirect(request.getContextPath() + "/login?error");
        };
    }

    /** Refusals before any controller end as problem details like all others. */
    private static void ask(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.sendError(HttpStatus.UNAUTHORIZED.value());
    }
}
