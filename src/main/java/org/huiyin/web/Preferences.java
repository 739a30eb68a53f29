package org.huiyin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps how a reader wants to see the pages: language, light or dark, row height. */
@Controller
class Preferences {

    private final Frame frame;

    Preferences(Frame frame) {
        this.frame = frame;
    }

    @PostMapping("/language")
    ResponseEntity<Void> language(@RequestParam String lang, @RequestParam String back, HttpServletRequest request) {
        Language chosen = Language.parse(lang).orElse(Language.ZH_CN);
        frame.choose(chosen);
        return remember(Languages.COOKIE, chosen.code(), back, request);
    }

    @PostMapping("/theme")
    ResponseEntity<Void> theme(@RequestParam String theme, @RequestParam String back, HttpServletRequest request) {
        return remember("theme", known(theme, "light", "dark"), back, request);
    }

    @PostMapping("/density")
    ResponseEntity<Void> density(@RequestParam String density, @RequestParam String back, HttpServletRequest request) {
        return remember("density", known(density, "regular", "compact"), back, request);
    }

    private static ResponseEntity<Void> remember(String name, String value, String back, HttpServletRequest request) {
        // The script of the dark switch writes the theme cookie too, hence readable.
        ResponseCookie cookie = ResponseCookie.from(name, value).path("/").maxAge(Duration.ofDays(365))
                .sameSite("Lax").secure(request.isSecure()).build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, local(back))
                .build();
    }

    /** Only ever back to ourselves. */
    static String local(String back) {
        boolean ours = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\")
                && back.chars().allMatch(c -> c > ' ' && c < 127);
        return ours ? back : "/";
    }

    private static String known(String value, String normal, String other) {
        return Set.of(normal, other).contains(value) ? value : normal;
    }
}
