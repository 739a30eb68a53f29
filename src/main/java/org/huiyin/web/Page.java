package org.huiyin.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What every template is given as "page": words, the reader, the company, the address and the frame around it. */
public final class Page extends Words {

    /** A group of the main menu; the first one has no heading. */
    public record MenuGroup(MenuEntry.Group group, List<MenuLine> lines) {}

    /** A line of the main menu as it is drawn. */
    public record MenuLine(String icon, String text, String href, boolean here, Optional<MenuEntry.Badge> badge) {}

    /** The request attribute with the time zone of the company behind a public link, where nobody is signed in. */
    public static final String ZONE = Page.class.getName() + ".zone";

    private final Visit visit;
    private @Nullable Set<String> clauses;

    Page(Messages messages, Visit visit) {
        super(messages, visit.language(), visit.clock());
        this.visit = visit;
    }

    public @Nullable String theme() {
        return visit.cookie("theme", "light", "dark");
    }

    public String density() {
        String density = visit.cookie("density", "regular", "compact");
        return density == null ? "regular" : density;
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    public SignedIn.@Nullable Person person() {
        return visit.frame().person();
    }

    public SignedIn.@Nullable Company company() {
        return visit.frame().company();
    }

    public List<SignedIn.Company> companies() {
        return visit.frame().companies();
    }

    /** Whether the reader holds the right, such as customer.edit; pages hide what would be refused. */
    public boolean may(String right) {
        SignedIn.Person person = person();
        return person != null && person.may(right);
    }

    /** Whether the reader sees the lines of the menu to which the path belongs; a link to anything else would be refused. */
    public boolean opens(String path) {
        return visit.frame().opens(path);
    }

    public List<MenuGroup> menu() {
        return visit.frame().menu(this);
    }

    public Optional<MenuLine> intake() {
        return visit.frame().intake(this);
    }

    public Optional<ProcedureLine.Line> procedure() {
        return visit.frame().procedure();
    }

    /** Whether the procedure in force has the clause; each company numbers its own, so that a mark may have nowhere to lead. */
    public boolean hasClause(@Nullable String number) {
        var known = clauses;
        if (known == null) {
            known = procedure().map(ProcedureLine.Line::clauses).orElse(Set.of());
            clauses = known;
        }
        return number != null && known.contains(number);
    }

    /** The number under which the procedure in force speaks of a matter, such as "complaint.notOurs"; empty where it does not. */
    public String matter(String matter) {
        return procedure().map(line -> line.matters().apply(matter)).orElse("");
    }

    /** Where the bell leads, or nothing while there is no bell. */
    public @Nullable String bell() {
        return visit.frame().bell(this);
    }

    public int unread() {
        return visit.frame().unread();
    }

    public @Nullable Notice notice() {
        return visit.notice();
    }

    /** The path inside the company: to("customers", number) is /c/COMPANY/customers/NUMBER. */
    public String to(Object... steps) {
        String tail = Arrays.stream(steps)
                .map(step -> UriUtils.encodePathSegment(step.toString(), UTF_8))
                .collect(Collectors.joining("/"));
        SignedIn.Company company = company();
        String home = company == null ? "" : "/c/" + company.slug();
        return tail.isEmpty() && home.isEmpty() ? "/" : tail.isEmpty() ? home : home + "/" + tail;
    }

    /** The same for a path that is already written with strokes, such as a menu entry's. */
    public String path(String path) {
        return path.isEmpty() ? to() : to() + (to().equals("/") ? "" : "/") + path;
    }

    /** The page of a clause of the procedure in force. */
    public String clause(String number) {
        return to("procedure", "clauses", number);
    }

    /** The path of this page, without the query. */
    public String here() {
        return visit.path();
    }

    /** This page's address with its query, to come back to it. */
    public String back() {
        return visit.query() == null ? visit.path() : visit.path() + "?" + visit.query();
    }

    /** This page with one query parameter set and the list back at its first page, for filters and sorting. */
    public String with(String name, Object value) {
        return changed(name, value.toString());
    }

    public String without(String name) {
        return changed(name, null);
    }

    /** The value of a query parameter, empty where it is missing. */
    public String query(String name) {
        return visit.parameter(name);
    }

    /** Which page of a list is asked for; the first where none is, or none that can be. */
    public int pageNumber() {
        return query("page").matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(query("page"))) : 1;
    }

    /** A value for a query, such as a lot that may hold any sign. */
    public String encode(String value) {
        return UriUtils.encodeQueryParam(value, UTF_8);
    }

    /** The pages that stand as tabs under a line of the menu, that line's own page first; nothing where the reader sees only one. */
    public List<MenuLine> tabs(String path) {
        return visit.frame().tabs(path, this);
    }

    /** The address of a file under static/assets, with a fingerprint, so that browsers may keep it for a year. */
    public String asset(String name) {
        return visit.asset(name);
    }

    public String csrfName() {
        return visit.csrfName();
    }

    public String csrfToken() {
        return visit.csrfToken();
    }

    /** The value of hx-headers on the body. */
    public String csrfHeaders() {
        return "{\"" + visit.csrfHeader() + "\":\"" + visit.csrfToken() + "\"}";
    }

    public boolean fragment() {
        return visit.fragment();
    }

    private String changed(String name, @Nullable String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(back());
        address.replaceQueryParam("page");
        return (value == null ? address.replaceQueryParam(name)
                : address.replaceQueryParam(name, UriUtils.encodeQueryParam(value, UTF_8))).build(true).toUriString();
    }
}
