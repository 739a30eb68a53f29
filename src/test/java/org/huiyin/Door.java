package org.huiyin;

import com.microsoft.playwright.Page;

/** The way in for browser tests: the real sign-in page. */
public final class Door {

    private Door() {}

    /** Signs in with everybody's test password; ends on the page that the person came for. */
    public static void signIn(Page page, int port, String login, String path) {
        page.navigate("http://localhost:" + port + path);
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", Cast.PASSWORD);
        page.click("main form button.pri");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
