package org.huiyin.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Opens the API to programs by a bearer token, which also names the company. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Doorkeeper doorkeeper;

    TokenFilter(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var member = member(request);
        if (member.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(Member.ATTRIBUTE, member.get());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(member.get().actor().name(), null, List.of()));
        SecurityContextHolder.setContext(context);
        CompanyFilter.InCompany.run(request, member.get().company(), () -> chain.doFilter(request, response));
    }

    private Optional<Member> member(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return doorkeeper.enterWithToken(header.substring(BEARER.length()).strip());
    }
}
