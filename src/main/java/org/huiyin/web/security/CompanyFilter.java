package org.huiyin.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.huiyin.kernel.CompanyId;
import org.huiyin.platform.CompanyScope;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a signed-in person into the company of the address, and nobody else: a foreign company does not exist. */
final class CompanyFilter extends OncePerRequestFilter {

    private static final Pattern ADDRESS = Pattern.compile("^/c/([a-z0-9][a-z0-9-]{1,30})(?:/.*)?$");

    private final Doorkeeper doorkeeper;

    CompanyFilter(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var member = member(request);
        if (member.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(Member.ATTRIBUTE, member.get());
        InCompany.run(request, member.get().company(), () -> chain.doFilter(request, response));
    }

    private Optional<Member> member(HttpServletRequest request) {
        var address = ADDRESS.matcher(request.getRequestURI().substring(request.getContextPath().length()));
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (!address.matches() || signedIn == null || !(signedIn.getPrincipal() instanceof SignedInAccount account)) {
            return Optional.empty();
        }
        return doorkeeper.enter(address.group(1), account.id());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/c/");
    }

    /** Runs a filter chain inside a company. */
    static final class InCompany {

        private static final Set<String> READING = Set.of("GET", "HEAD");

        private InCompany() {}

        /** The rest of a request. */
        interface Rest {
            void proceed() throws ServletException, IOException;
        }

        static void run(HttpServletRequest request, CompanyId company, Rest rest) throws ServletException, IOException {
            ScopedValue.CallableOp<Boolean, Exception> work = () -> {
                rest.proceed();
                return true;
            };
            try {
                if (READING.contains(request.getMethod())) {
                    CompanyScope.visit(company, work);
                } else {
                    CompanyScope.call(company, work);
                }
            } catch (ServletException | IOException | RuntimeException known) {
                throw known;
            } catch (Exception unknown) {
                throw new ServletException(unknown);
            }
        }
    }
}
