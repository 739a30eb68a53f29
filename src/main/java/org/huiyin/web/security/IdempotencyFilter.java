package org.huiyin.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a repeated API write harmless: the answer to an {@code Idempotency-Key} is stored in the transaction of the
 * write itself, and the second call gets the first one's answer (IETF draft "Idempotency-Key header").
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    /** A repeatable request is kept in memory while it is answered; larger files go without a key. */
    private static final int MOST = 64 << 20;
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IdempotencyFilter(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Stored(byte[] requestHash, int status, @Nullable String contentType, byte[] body) {}

    private static final class Carried extends RuntimeException {
        Carried(Exception cause) {
            super(cause);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var key = request.getHeader(HEADER);
        return key == null || !WRITES.contains(request.getMethod()) || token(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > 200) {
            response.sendError(400);
            return;
        }
        var token = token(request).orElseThrow();
        var body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            response.sendError(413);
            return;
        }
        var repeatable = new RepeatableRequest(request, body);
        var hash = hash(request, repeatable.body());
        var buffered = new ContentCachingResponseWrapper(response);
        try {
            transaction.executeWithoutResult(status -> {
                lock(token, key);
                var earlier = find(token, key);
                if (earlier.isPresent()) {
                    replay(earlier.get(), hash, buffered);
                    return;
                }
                proceed(chain, repeatable, buffered);
                if (buffered.getStatus() >= 400) {
                    status.setRollbackOnly();
                } else {
                    store(token, key, hash, buffered);
                }
            });
        } catch (Carried carried) {
            throw new ServletException(carried.getCause());
        }
        buffered.copyBodyToResponse();
    }

    /** Two calls with one key at once queue up here; the lock ends with the transaction. */
    private void lock(UUID token, String key) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 42))").param(token + ":" + key).query(rows -> {});
    }

    private static void proceed(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException failure) {
            throw new Carried(failure);
        }
    }

    private static void replay(Stored stored, byte[] hash, HttpServletResponse response) {
        try {
            if (!Arrays.equals(stored.requestHash(), hash)) {
                response.sendError(422);
                return;
            }
            response.setStatus(stored.status());
            if (stored.contentType() != null) {
                response.setContentType(stored.contentType());
            }
            response.setHeader("Idempotent-Replay", "true");
            response.getOutputStream().write(stored.body());
        } catch (IOException failure) {
            throw new Carried(failure);
        }
    }

    private Optional<Stored> find(UUID token, String key) {
        return sql.sql("select * from platform.idempotency where token_id = ? and key = ?")
                .params(token, key)
                .query((row, n) -> new Stored(
                        row.getBytes("request_hash"), row.getInt("status"), row.getString("content_type"), row.getBytes("body")))
                .optional();
    }

    private void store(UUID token, String key, byte[] hash, ContentCachingResponseWrapper answer) {
        sql.sql("""
                insert into platform.idempotency (token_id, key, request_hash, status, content_type, body, created_at)
                values (?,?,?,?,?,?,?)""")
                .params(Arrays.asList(token, key, hash, answer.getStatus(), answer.getContentType(),
                        answer.getContentAsByteArray(), Timestamp.from(clock.instant())))
                .update();
    }

    private static Optional<UUID> token(HttpServletRequest request) {
        return request.getAttribute(Member.ATTRIBUTE) instanceof Member member
                ? Optional.ofNullable(member.token())
                : Optional.empty();
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
