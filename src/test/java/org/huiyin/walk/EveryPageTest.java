package org.huiyin.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.campaign.RoundStage;
import org.huiyin.organization.Companies;
import org.huiyin.organization.DemoSource;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.huiyin.web.Language;
import org.huiyin.web.MenuEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of a furnished company that a link leads to, as everybody sees it. */
@HuiyinTest
@Import(RoundStage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final Pattern KEY = Pattern.compile("\\?\\?\\?|(?<![\\w./@-])(analysis|approval|audit|campaign|customer|desk|improvement|kernel|notification"
            + "|organization|procedure|records|sheets|survey|voice|web)\\.[a-z][A-Za-z]+(\\.[A-Za-z]+)*(?![\\w@])");
    /** Pictures cost a quarter of the time; HUIYIN_PICTURES=yes takes them into target/walk. */
    private static final boolean PICTURED = System.getenv("HUIYIN_PICTURES") != null;
    private static final Map<String, String> PICTURES = Map.ofEntries(Map.entry("", "desk"), Map.entry("/promises", "promises"), Map.entry("/customers", "customers"),
            Map.entry("/customers/*", "customer"), Map.entry("/customers/imports", "imports"), Map.entry("/gradings", "gradings"), Map.entry("/gradings/*", "grading"),
            Map.entry("/rounds", "rounds"), Map.entry("/rounds/*", "round"), Map.entry("/rounds/*/sample", "sample"), Map.entry("/rounds/*/sending", "sending"),
            Map.entry("/rounds/*/answers", "answers"), Map.entry("/rounds/*/freeze", "freeze"), Map.entry("/results/*", "results"),
            Map.entry("/results", "results-all"), Map.entry("/actions", "actions"), Map.entry("/actions/*", "action"), Map.entry("/voices", "voices"),
            Map.entry("/voices/*", "voice"), Map.entry("/voices/new", "intake"), Map.entry("/echo", "echo"), Map.entry("/procedure", "procedure"),
            Map.entry("/questionnaires/TEN_ITEMS", "questionnaire"), Map.entry("/scoring", "scoring"), Map.entry("/settings", "settings"),
            Map.entry("/settings/people", "people"), Map.entry("/audit", "audit"), Map.entry("/approvals", "approvals"), Map.entry("/approvals/*", "approval"),
            Map.entry("/rounds/coverage", "coverage"), Map.entry("/doubts", "doubts"), Map.entry("/rounds/new", "plan"));

    /** What somebody who hears the page or has only keys would miss, and a second filled button (DESIGN.md 4 and 7). */
    private static final String REACHABLE = """
            () => {
              const faults = [], ids = new Set();
              const name = e => (e.getAttribute('aria-label') || e.textContent || '').trim() || e.querySelector('[aria-label],img[alt]');
              document.querySelectorAll('[id]').forEach(e => { if (ids.has(e.id)) faults.push('two elements are called ' + e.id); ids.add(e.id); });
              if (document.querySelectorAll('h1').length !== 1) faults.push(document.querySelectorAll('h1').length + ' first headings');
              document.querySelectorAll('input:not([type=hidden]),select,textarea').forEach(e => {
                if (!e.labels.length && !e.getAttribute('aria-label')) faults.push('no label for ' + e.name); });
              document.querySelectorAll('a[href],button,summary,th').forEach(e => { if (!name(e)) faults.push('no words in ' + e.outerHTML.slice(0, 90)); });
              document.querySelectorAll('dl>*,dl>div>*').forEach(e => { if (!/^(DT|DD|DIV|TEMPLATE)$/.test(e.tagName)) faults.push('not a term: ' + e.tagName); });
              const filled = [...document.querySelectorAll('.btn.pri')].filter(e => e.getClientRects().length && !e.closest('.dlg')).length;
              return filled > 1 ? [...faults, filled + ' filled buttons'] : faults;
            }""";

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Later later;
    @Autowired List<DemoSource> demo;
    @Autowired Companies companies;
    @Autowired People people;
    @Autowired List<MenuEntry> menu;
    @Autowired @org.springframework.beans.factory.annotation.Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    private Cast.Troupe company;
    private String everybody = "";
    private Crawl everything;

    /** The demo company with one more person who has nearly every role, so that she sees nearly every page. */
    @BeforeEach
    void furnish() {
        clock.set("2026-11-20T10:00");
        if (company == null) {
            company = cast.company("P001");
            company.run(() -> {
                demo.getFirst().furnish(companies.current(), company.admin());
                var id = company.another("ADMIN", "全能");
                var view = people.get(id);
                people.change(company.admin(), id, new NewPerson("全能", null, "all@example.com", null, null),
                        Set.of("ADMIN", "SALES_HEAD", "QUALITY_HEAD", "TOP", "MANAGEMENT_REPRESENTATIVE"), view.version());
                everybody = "admin-" + id.value().toString().substring(24) + "@" + company.slug();
            });
            later.runDueJobs();
            later.runRoutine(company.id(), "analysis.fold");
        }
    }

    private String home() {
        return "/c/" + company.slug();
    }

    private Crawl crawl(String login, int most) {
        return new Crawl(Browserless.of(port, login), home(), most).go();
    }

    /** What she who sees nearly everything reaches; walked once for all tests. */
    private synchronized Crawl everything() {
        if (everything == null) {
            everything = crawl(everybody, 4);
        }
        return everything;
    }

    /** The first pages of each shape. */
    private static List<Crawl.Visit> some(Crawl crawl, int most) {
        var perShape = new HashMap<String, Integer>();
        return crawl.visits().stream().filter(visit -> perShape.merge(Crawl.shape(visit.path()), 1, Integer::sum) <= most).toList();
    }

    /** Two addresses of each shape that forms are sent to. */
    private static List<String> some(List<String> forms) {
        var perShape = new HashMap<String, Integer>();
        return forms.stream().filter(form -> perShape.merge(Crawl.shape(form), 1, Integer::sum) <= 2).toList();
    }

    /** What is wrong with a page. */
    private static List<String> wrong(Crawl.Visit visit) {
        var found = new ArrayList<String>();
        if (visit.status() != 200) {
            found.add(visit.status() + " " + visit.path() + " from " + visit.from());
        }
        var key = KEY.matcher(visit.body().replaceAll("(?s)<script.*?</script>|<code.*?</code>|<[^>]*>", " "));
        if (key.find()) {
            found.add("key " + key.group() + " on " + visit.path());
        }
        return found;
    }

    @Test
    void every_link_leads_somewhere_for_every_role() {
        var wrong = new ConcurrentLinkedQueue<String>();
        List.of("", "SALES_CLERK", "SALES_HEAD", "QUALITY", "DEPARTMENT_HEAD", "TOP", "WAREHOUSE", "AUDITOR", "ADMIN").parallelStream().forEach(role -> {
            var crawl = role.isEmpty() ? everything() : crawl(company.loginOf(role), 1);
            System.out.println("walked as " + role + ": " + crawl.visits().size() + " pages, " + crawl.samples().size() + " shapes");
            crawl.visits().forEach(visit -> wrong(visit).forEach(w -> wrong.add(role + " " + w)));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    @Clause("000/5-11")
    void the_auditor_reads_everything_and_changes_nothing() {
        var auditor = Browserless.of(port, company.loginOf("AUDITOR"));
        var all = everything();
        auditor.get(home());
        var unreadable = some(all, 1).stream().map(Crawl.Visit::path).filter(path -> !path.contains("/settings") && !path.contains("/new") && !path.contains("/edit")
                && !path.contains("/draft") && !path.contains("/me") && !path.contains("/imports") && !path.contains("/entry") && !CHANGES.matcher(path).find())
                .filter(path -> auditor.get(path).statusCode() != 200).toList();
        var seen = crawl(company.loginOf("AUDITOR"), 1);
        var before = trace();
        var taken = new ArrayList<String>();
        var targets = new java.util.LinkedHashSet<>(some(all.forms()));
        targets.addAll(seen.forms());
        for (var form : targets) {
            if (own(form)) {
                continue;
            }
            var answer = auditor.post(form, Map.of("reason", "x", "title", "x", "name", "x", "words", "x", "text", "x"));
            if (answer.statusCode() < 400) {
                taken.add(answer.statusCode() + " " + form);
            }
        }
        assertThat(trace()).as("traces of changes").isEqualTo(before);
        assertThat(taken).as("forms that were taken from an auditor").isEmpty();
        assertThat(seen.forms().stream().filter(f -> !own(f)).map(Crawl::shape).collect(Collectors.toSet())).as("forms that an auditor is shown").isEmpty();
        assertThat(unreadable).as("pages that an auditor may not read").isEmpty();
    }

    /** Pages that only serve to change something. */
    private static final java.util.regex.Pattern CHANGES =
            java.util.regex.Pattern.compile("/(contacts|doubles|plan|sheets)(/|\\?|\\.|$)");

    /** What belongs to the person herself. */
    private boolean own(String form) {
        return form.startsWith(home() + "/me") || form.contains("/notices") || form.contains("/tokens") || form.contains("/delegations");
    }

    private long trace() {
        return company.<Long>in(() -> transaction.execute(s -> sql.sql("select count(*) from audit.entry").query(Long.class).single()));
    }

    @Test
    void another_company_sees_and_changes_nothing() {
        var all = everything();
        var stranger = Browserless.of(port, cast.company("P001").loginOf("SALES_HEAD"));
        assertThat(some(all, 1)).allSatisfy(visit -> assertThat(stranger.get(visit.path()).statusCode()).as(visit.path()).isEqualTo(404));
        var before = trace();
        assertThat(some(all.forms())).allSatisfy(form -> assertThat(stranger.post(form, Map.of()).statusCode()).as(form).isEqualTo(404));
        assertThat(trace()).isEqualTo(before);
    }

    /** The pages and forms of records, asked for below a company that does not have them. */
    @Test
    void below_ones_own_company_the_records_of_another_are_not_found() {
        var all = everything();
        var other = cast.company("P001");
        var stranger = Browserless.of(port, other.loginOf("SALES_HEAD"));
        var own = "/c/" + other.slug();
        stranger.get(own);
        var open = new ArrayList<String>();
        all.visits().stream().map(Crawl.Visit::path).filter(path -> RECORD.matcher(path).find()).map(path -> own + path.substring(home().length()))
                .filter(path -> !Set.of(403, 404).contains(stranger.get(path).statusCode())).forEach(open::add);
        var before = trace();
        some(all.forms()).stream().filter(form -> RECORD.matcher(form).find()).map(form -> own + form.substring(home().length())).forEach(form -> {
            int status = stranger.post(form, Map.of("reason", "x", "title", "x", "name", "x", "words", "x", "text", "x", "version", "1")).statusCode();
            if (status < 400 || status >= 500) {
                open.add(status + " POST " + form);
            }
        });
        assertThat(open).isEmpty();
        assertThat(trace()).isEqualTo(before);
    }

    /** A part of an address that names one record of one company. */
    private static final java.util.regex.Pattern RECORD = java.util.regex.Pattern.compile("/([0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}-[0-9]{4}[0-9-]*)(?=[/.?]|$)");

    /** Every address of the program, whether a page links to it or not: a stranger finds none below another company. */
    @Test
    void no_address_of_the_program_opens_another_company() {
        var stranger = Browserless.of(port, cast.company("P001").loginOf("SALES_HEAD"));
        stranger.get("/companies");
        var open = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((info, handler) -> info.getPatternValues().stream().filter(p -> p.startsWith("/c/{company}")).forEach(pattern -> {
            var path = pattern.replace("{company}", company.slug()).replaceAll("\\{(id|item|entry|file|cause|measure|person|token)}",
                    "0190a1b2-0000-7000-8000-0000000000ff").replaceAll("\\{(?:[^{}]|\\{[^{}]*})+}", "XX-1999-0001");
            for (var method : info.getMethodsCondition().getMethods()) {
                var status = method.name().equals("GET") ? stranger.get(path).statusCode() : stranger.post(path, Map.of()).statusCode();
                if (status != 404) {
                    open.add(status + " " + method + " " + path);
                }
            }
        }));
        assertThat(open).isEmpty();
    }

    /** Names, remarks and titles that are formulas in disguise reach no sheet as formulas. */
    @Test
    void no_export_carries_a_formula() throws Exception {
        var sheets = new LinkedHashMap<String, String>();
        var browser = Browserless.of(port, everybody);
        var hostile = Map.of("name", "=HYPERLINK(\"http://x\",\"y\")", "shortName", "+1+1", "region", "@SUM(A1)", "fileNote", "-2+3");
        browser.get(home() + "/customers/new");
        browser.post(home() + "/customers", hostile);
        everything().visits().stream().map(Crawl.Visit::body).forEach(body -> java.util.regex.Pattern
                .compile("href=\"(/c/[^\"]+\\.(?:xlsx|csv)[^\"]*)").matcher(body).results()
                .forEach(link -> sheets.putIfAbsent(Crawl.shape(link.group(1).replace("&amp;", "&")), link.group(1).replace("&amp;", "&"))));
        assertThat(sheets).hasSizeGreaterThan(12);
        var wrong = new ArrayList<String>();
        for (var path : sheets.values()) {
            var bytes = bytes(browser, path);
            if (path.contains(".xlsx")) {
                var file = java.nio.file.Files.write(java.nio.file.Files.createTempFile("export", ".xlsx"), bytes);
                try (var zip = new java.util.zip.ZipFile(file.toFile())) {
                    for (var entry : java.util.Collections.list(zip.entries())) {
                        var text = new String(zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                        if (text.contains("<f>") || text.contains("<f ")) {
                            wrong.add(path + " " + entry.getName());
                        }
                    }
                } finally {
                    java.nio.file.Files.delete(file);
                }
            } else if (java.util.regex.Pattern.compile("(^|[,\n\r])\"?[=+@]").matcher(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).find()) {
                wrong.add(path);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private byte[] bytes(Browserless browser, String path) throws Exception {
        try (var client = java.net.http.HttpClient.newBuilder().cookieHandler(browser.cookies()).build()) {
            var answer = client.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + path)).build(),
                    java.net.http.HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }
    }

    /** In Taiwan's script nothing is wider than in the mainland's; whether it is said at all, no browser is needed to see. */
    @Test
    void every_page_speaks_the_language_of_its_reader() {
        var wrong = new ArrayList<String>();
        for (var language : Language.values()) {
            var browser = Browserless.of(port, everybody);
            var chosen = new HttpCookie("lang", language.code());
            chosen.setPath("/");
            chosen.setVersion(0);
            browser.cookies().getCookieStore().add(URI.create("http://localhost:" + port), chosen);
            for (var path : language == Language.ZH_TW ? everything().samples() : List.of(home(), home() + "/rounds")) {
                var answer = browser.get(path);
                wrong(new Crawl.Visit(path, answer.statusCode(), "", answer.body(), "")).forEach(w -> wrong.add(language + " " + w));
                if (answer.body().startsWith("<!doctype") && !answer.body().contains("<html lang=\"" + language.tag() + "\"")) {
                    wrong.add(language + " is not the language of " + path);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_page_fits_the_screen_and_the_phone_without_a_complaint_of_the_browser(Page page) {
        var paths = everything().samples();
        for (var entry : menu) {
            // Claims are switched off in the procedure of the demo company; PresetsWalkTest opens them.
            if (!entry.path().isEmpty() && !entry.path().equals("claims")) {
                assertThat(paths).as("the menu's page is reached").contains(home() + "/" + entry.path());
            }
        }
        Door.signIn(page, port, everybody, home());
        var wrong = new ArrayList<String>();
        var here = new StringBuilder();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                wrong.add(here + " " + message.text());
            }
        });
        page.onPageError(error -> wrong.add(here + " " + error));
        for (var language : List.of(Language.ZH_CN, Language.EN)) {
            page.context().addCookies(List.of(new Cookie("lang", language.code()).setUrl("http://localhost:" + port)));
            for (var path : paths) {
                here.setLength(0);
                here.append(language).append(' ').append(path);
                look(page, path, language, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void look(Page page, String path, Language language, List<String> wrong) {
        page.setViewportSize(1440, 900);
        var status = page.navigate("http://localhost:" + port + path).status();
        if (status != 200) {
            wrong.add(status + " " + language + " " + path);
        }
        var name = language == Language.ZH_CN && PICTURED ? PICTURES.get(Crawl.shape(path).substring(home().length())) : null;
        measure(page, 1440, language + " " + path, wrong);
        if (language == Language.ZH_CN && !path.startsWith("/design")) {
            ((List<?>) page.evaluate(REACHABLE)).forEach(fault -> wrong.add(fault + " on " + path));
        }
        picture(page, name);
        var key = KEY.matcher(page.innerText("body"));
        if (key.find()) {
            wrong.add("key " + key.group() + " on " + language + " " + path);
        }
        page.setViewportSize(390, 844);
        measure(page, 390, language + " " + path, wrong);
        picture(page, name == null ? null : name + "-390");
    }

    private static void picture(Page page, @Nullable String name) {
        if (name != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "walk", name + ".png")));
        }
    }

    private static void measure(Page page, int width, String where, List<String> wrong) {
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (wide > width) {
            wrong.add(wide + " px wide at " + width + ": " + where);
        }
    }
}
