package org.huiyin.improvement.eightd;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What D0 to D8 say, read from the fields as they were typed; gates, papers and templates look at this. */
public record EightDContent(
        Emergency emergency,
        List<Member> members,
        Problem problem,
        Containment containment,
        List<Why> whys,
        Map<Cell, String> verified,
        List<Measure> measures,
        Carried carried,
        Prevention prevention,
        String thanks) {

    /** The questions of the is/is-not table. */
    public static final List<String> QUESTIONS = List.of("what", "where", "when", "howMany", "who");

    private static final Pattern PATH = Pattern.compile("(OT|OS|NT|NS)\\.(\\d{1,2}(\\.\\d{1,2}){0,11})");

    /** D0: whether something had to be done at once. */
    public record Emergency(@Nullable Boolean needed, String words, String by, @Nullable LocalDate on) {}

    /** D1: somebody of the team, of the company or from outside. */
    public record Member(int row, @Nullable PersonId person, String name, String function) {}

    /** D2: the problem in words, and where it is and is not. */
    public record Problem(String words, List<Line> lines) {

        /** One question of the table. */
        public record Line(String question, String is, String isNot, String difference, String change) {

            public boolean empty() {
                return is.isEmpty() && isNot.isEmpty() && difference.isEmpty() && change.isEmpty();
            }
        }
    }

    /** D3: where the goods are and what happens to them, and what is done until the measures work. */
    public record Containment(String unit, List<Place> places, List<Interim> interim) {

        /** Goods at a place. */
        public record Place(String place, @Nullable BigDecimal quantity, @Nullable BigDecimal sorted, @Nullable BigDecimal defective,
                @Nullable Decision decision, String by, @Nullable LocalDate until, String note) {

            public boolean decided() {
                return quantity != null && decision != null;
            }

            /** What was sorted and found good. */
            public @Nullable BigDecimal good() {
                return sorted == null || defective == null ? null : sorted.subtract(defective);
            }
        }

        /** An interim action with what proves that it works. */
        public record Interim(int row, String words, String by, @Nullable LocalDate on, String effect) {}

        public long decidedPlaces() {
            return places.stream().filter(Place::decided).count();
        }

        /** The sum of a column, where every place has a figure. */
        public @Nullable BigDecimal total() {
            return places.stream().anyMatch(p -> p.quantity() == null) ? null
                    : places.stream().map(p -> Objects.requireNonNull(p.quantity())).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** D4: one "because" in the tree of a cell. */
    public record Why(Cell cell, String path, String words, boolean root) {

        public int depth() {
            return path.split("\\.").length;
        }

        /** How a measure names it: the cell and the path. */
        public String id() {
            return cell + "." + path;
        }
    }

    /** D5: a permanent measure for a root cause, with what proves that it will work. */
    public record Measure(int row, String cause, String words, @Nullable PersonId owner, @Nullable LocalDate due, String proof) {}

    /** D6: what was found after the measures were carried out, and since when the interim actions are withdrawn. */
    public record Carried(String result, @Nullable LocalDate withdrawn) {}

    /** D7: what was looked at elsewhere, which documents changed, what was learned. */
    public record Prevention(List<Across> across, List<Document> documents, String noDocument, String lessons) {

        /** A product, line or plant that was looked at. */
        public record Across(int row, String what, @Nullable Boolean checked, String result) {}

        /** A document that was changed. */
        public record Document(int row, @Nullable DocumentKind kind, String number, String from, String to, @Nullable LocalDate on) {

            public boolean whole() {
                return kind != null && !number.isEmpty() && !to.isEmpty() && on != null;
            }
        }
    }

    /** The root causes. */
    public List<Why> roots() {
        return whys.stream().filter(Why::root).toList();
    }

    public List<Why> whys(Cell cell) {
        return whys.stream().filter(w -> w.cell() == cell).toList();
    }

    /** How deep the deepest chain of a cell goes. */
    public int depth(Cell cell) {
        return whys(cell).stream().mapToInt(Why::depth).max().orElse(0);
    }

    static EightDContent of(Map<EightDStep, Map<String, String>> steps, List<String> places) {
        Map<EightDStep, Fields> f = new EnumMap<>(EightDStep.class);
        for (EightDStep step : EightDStep.values()) {
            f.put(step, new Fields(steps.getOrDefault(step, Map.of())));
        }
        return new EightDContent(emergency(at(f, EightDStep.D0)), members(at(f, EightDStep.D1)), problem(at(f, EightDStep.D2)),
                containment(at(f, EightDStep.D3), places), whys(steps.getOrDefault(EightDStep.D4, Map.of())), verified(at(f, EightDStep.D4)),
                measures(at(f, EightDStep.D5)), new Carried(at(f, EightDStep.D6).text("result"), at(f, EightDStep.D6).day("withdrawn")),
                prevention(at(f, EightDStep.D7)), at(f, EightDStep.D8).text("thanks"));
    }

    private static Fields at(Map<EightDStep, Fields> fields, EightDStep step) {
        return Objects.requireNonNull(fields.get(step));
    }

    private static @Nullable Boolean yesNo(String text) {
        return text.equals("YES") ? Boolean.TRUE : text.equals("NO") ? Boolean.FALSE : null;
    }

    private static Emergency emergency(Fields f) {
        return new Emergency(yesNo(f.text("needed")), f.text("what"), f.text("by"), f.day("on"));
    }

    private static List<Member> members(Fields f) {
        return f.rows("member").stream()
                .map(n -> new Member(n, f.person("member." + n + ".person"), f.text("member." + n + ".name"), f.text("member." + n + ".function")))
                .filter(m -> m.person() != null || !m.name().isEmpty()).toList();
    }

    private static Problem problem(Fields f) {
        return new Problem(f.text("problem"), QUESTIONS.stream()
                .map(q -> new Problem.Line(q, f.text(q + ".is"), f.text(q + ".isNot"), f.text(q + ".difference"), f.text(q + ".change"))).toList());
    }

    private static Containment containment(Fields f, List<String> places) {
        return new Containment(f.text("unit"), places.stream().map(p -> place(f, p)).toList(), f.rows("interim").stream()
                .map(n -> new Containment.Interim(n, f.text("interim." + n + ".words"), f.text("interim." + n + ".by"), f.day("interim." + n + ".on"),
                        f.text("interim." + n + ".effect")))
                .filter(i -> !i.words().isEmpty()).toList());
    }

    private static Containment.Place place(Fields f, String place) {
        String at = "place." + place + ".";
        return new Containment.Place(place, f.number(at + "quantity"), f.number(at + "sorted"), f.number(at + "defective"),
                f.choice(Decision.class, at + "decision"), f.text(at + "by"), f.day(at + "until"), f.text(at + "note"));
    }

    private static List<Why> whys(Map<String, String> values) {
        var whys = new ArrayList<Why>();
        values.forEach((key, words) -> {
            if (key.startsWith("why.") && !words.isBlank()) {
                var path = PATH.matcher(key.substring(4));
                if (path.matches()) {
                    whys.add(new Why(Cell.valueOf(path.group(1)), path.group(2), words.strip(), "true".equals(values.get("root." + path.group()))));
                }
            }
        });
        whys.sort(Comparator.comparing(Why::cell).thenComparing(Why::path, EightDContent::byPath));
        return whys;
    }

    /** 2 stands before 10, and a branch below its stem. */
    static int byPath(String one, String other) {
        String[] a = one.split("\\.");
        String[] b = other.split("\\.");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static Map<Cell, String> verified(Fields f) {
        Map<Cell, String> verified = new EnumMap<>(Cell.class);
        for (Cell cell : Cell.values()) {
            verified.put(cell, f.text("verified." + cell));
        }
        return verified;
    }

    private static List<Measure> measures(Fields f) {
        return f.rows("measure").stream()
                .map(n -> new Measure(n, f.text("measure." + n + ".cause"), f.text("measure." + n + ".words"), f.person("measure." + n + ".owner"),
                        f.day("measure." + n + ".due"), f.text("measure." + n + ".proof")))
                .filter(m -> !m.words().isEmpty()).toList();
    }

    private static Prevention prevention(Fields f) {
        return new Prevention(
                f.rows("across").stream().map(n -> new Prevention.Across(n, f.text("across." + n + ".what"), yesNo(f.text("across." + n + ".checked")),
                        f.text("across." + n + ".result"))).filter(a -> !a.what().isEmpty()).toList(),
                f.rows("document").stream().map(n -> new Prevention.Document(n, f.choice(DocumentKind.class, "document." + n + ".kind"),
                        f.text("document." + n + ".number"), f.text("document." + n + ".from"), f.text("document." + n + ".to"), f.day("document." + n + ".on")))
                        .filter(d -> d.kind() != null || !d.number().isEmpty()).toList(),
                f.text("noDocument"), f.text("lessons"));
    }
}
