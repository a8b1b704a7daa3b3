package org.monthend.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request in, whatever its route: with the token where there is one, and else only one that was meant for this
 * machine. A page in a browser can be made to ask us under a name of its own, and is not to read the answer.
 */
final class Admission extends OncePerRequestFilter implements Ordered {

    private final Optional<byte[]> expected;

    Admission(Optional<String> token) {
        this.expected = token.map(each -> ("Bearer " + each).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (expected.isPresent() && !hasToken(request, expected.get())) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (expected.isEmpty() && !WebAddress.isLoopback(request.getServerName())) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Compared in a time that does not tell how much of it was right. */
    private static boolean hasToken(HttpServletRequest request, byte[] expected) {
        String given = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
    }
}
