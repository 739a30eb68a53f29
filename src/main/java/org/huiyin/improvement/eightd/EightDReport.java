package org.huiyin.improvement.eightd;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huiyin.improvement.MeasureView;
import org.huiyin.kernel.PersonId;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * An 8D as papers and templates read it: single values by name, and lists of rows by name; labels in the reader's language,
 * texts as they were written.
 *
 * @param values such as number, d2.problem, d4.ot.root; a figure stays a figure
 * @param lists such as lines, places, causes, measures
 */
public record EightDReport(Map<String, Object> values, Map<String, List<Map<String, Object>>> lists) {

    /** The names of all single values, in the order of the report. */
    public static final List<String> VALUES = names();

    /** The names of the columns of each list. */
    public static final Map<String, List<String>> LISTS = columns();

    private static List<String> names() {
        var names = new ArrayList<>(List.of("number", "title", "company", "customer", "customerNumbers", "complaintNumbers", "openedOn", "printedOn", "leader", "depth",
                "formNumber", "formRevision", "round", "approvedBy", "approvedOn", "d0.needed", "d0.text", "d0.by", "d0.on", "d1.leader", "d1.team", "d2.problem"));
        for (String question : EightDContent.QUESTIONS) {
            for (String part : List.of("is", "isNot", "difference", "change")) {
                names.add("d2." + question + "." + part);
            }
        }
        names.addAll(List.of("d3.unit", "d3.total"));
        for (Cell cell : Cell.values()) {
            String at = "d4." + cell.name().toLowerCase(java.util.Locale.ROOT);
            names.addAll(List.of(at + ".root", at + ".chain", at + ".verified"));
        }
        names.addAll(List.of("d6.result", "d6.withdrawn", "d7.noDocument", "d7.lessons", "d8.thanks", "d8.closedOn"));
        return List.copyOf(names);
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("lines", List.of("number", "part", "partName", "lot", "serial", "quantity", "unit", "defect", "foundAt"));
        lists.put("members", List.of("name", "function"));
        lists.put("places", List.of("place", "quantity", "sorted", "good", "defective", "decision", "by", "until", "note"));
        lists.put("interim", List.of("action", "by", "on", "effect"));
        lists.put("causes", List.of("cell", "level", "text", "root"));
        lists.put("measures", List.of("cause", "action", "owner", "due", "proof", "state", "doneOn"));
        lists.put("across", List.of("what", "checked", "result"));
        lists.put("documents", List.of("kind", "number", "from", "to", "on"));
        lists.put("meetings", List.of("on", "place", "present", "excused", "decisions"));
        return java.util.Collections.unmodifiableMap(lists);
    }

    /** Everything that the report is made of. */
    record Parts(EightDView eightD, EightDRules rules, EightDContent content, Map<Integer, MeasureView> measures, List<EightDSource.SourceLine> sources,
            List<MeetingView> meetings, Map<PersonId, String> names, String company, @Nullable String approvedBy, @Nullable LocalDate approvedOn) {}

    static EightDReport of(Parts p, Words words) {
        var made = new Making(p, words);
        made.head();
        made.steps();
        return new EightDReport(made.values, made.lists);
    }

    /** A single value as text. */
    public String text(String name) {
        return String.valueOf(values.getOrDefault(name, ""));
    }

    /** The rows of a list. */
    public List<Map<String, Object>> rows(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /** Fills values and lists step by step. */
    private static final class Making {

        private final Parts p;
        private final Words words;
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final Map<String, List<Map<String, Object>>> lists = new TreeMap<>();

        Making(Parts p, Words words) {
            this.p = p;
            this.words = words;
        }

        private void put(String name, @Nullable Object value) {
            values.put(name, shown(value));
        }

        private Object shown(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case BigDecimal figure -> figure;
                case LocalDate day -> words.date(day);
                default -> value.toString();
            };
        }

        private void row(String list, @Nullable Object... cells) {
            Map<String, Object> row = new LinkedHashMap<>();
            var columns = Objects.requireNonNull(LISTS.get(list));
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), shown(cells[i]));
            }
            lists.computeIfAbsent(list, k -> new ArrayList<>()).add(row);
        }

        private String name(@Nullable PersonId person) {
            return person == null ? "" : p.names().getOrDefault(person, "");
        }

        private @Nullable LocalDate day(java.time.@Nullable Instant at) {
            return at == null ? null : at.atZone(words.zone()).toLocalDate();
        }

        private String t(String key) {
            return words.t(key);
        }

        private String yesNo(@Nullable Boolean yes) {
            return yes == null ? "" : t(yes ? "improvement.eightd.yes" : "improvement.eightd.no");
        }

        private void head() {
            var e = p.eightD();
            put("number", e.number());
            put("title", e.title());
            put("company", p.company());
            put("customer", Objects.requireNonNullElseGet(e.customerName(), () -> String.join("、", p.sources().stream().map(EightDSource.SourceLine::customerName)
                    .filter(Objects::nonNull).distinct().toList())));
            put("customerNumbers", String.join("、", p.sources().stream().map(EightDSource.SourceLine::customerNumber).filter(Objects::nonNull).filter(n -> !n.isBlank()).toList()));
            put("complaintNumbers", String.join("、", p.sources().stream().map(EightDSource.SourceLine::number).toList()));
            put("openedOn", day(e.openedAt()));
            put("printedOn", words.today());
            put("leader", name(e.leader()));
            put("depth", t("improvement.eightd.depth." + e.depth().name().toLowerCase(java.util.Locale.ROOT)));
            put("formNumber", p.rules().form().number());
            put("formRevision", p.rules().form().revision());
            put("round", e.round());
            put("approvedBy", p.approvedBy());
            put("approvedOn", p.approvedOn());
            p.sources().forEach(s -> s.lines().forEach(l -> row("lines", s.number(), l.part(), l.partName(), l.lot(), l.serial(), l.quantity(), l.unit(), l.defect(), l.foundAt())));
            p.meetings().forEach(m -> row("meetings", day(m.at()), m.place(), guests(m, true), guests(m, false),
                    String.join("\n", m.decisions().stream().map(d -> d.words() + (d.owner() == null ? "" : "（" + name(d.owner()) + "）")).toList())));
        }

        private static String guests(MeetingView m, boolean present) {
            return String.join("、", m.guests().stream().filter(g -> g.present() == present).map(MeetingView.Guest::name).toList());
        }

        private void steps() {
            var c = p.content();
            put("d0.needed", yesNo(c.emergency().needed()));
            put("d0.text", c.emergency().words());
            put("d0.by", c.emergency().by());
            put("d0.on", c.emergency().on());
            put("d1.leader", name(p.eightD().leader()));
            c.members().forEach(m -> row("members", m.person() == null ? m.name() : name(m.person()), m.function()));
            put("d1.team", String.join("、", c.members().stream().map(m -> m.person() == null ? m.name() : name(m.person())).toList()));
            put("d2.problem", c.problem().words());
            c.problem().lines().forEach(l -> {
                put("d2." + l.question() + ".is", l.is());
                put("d2." + l.question() + ".isNot", l.isNot());
                put("d2." + l.question() + ".difference", l.difference());
                put("d2." + l.question() + ".change", l.change());
            });
            containment(c.containment());
            causes(c);
            measures(c);
            put("d6.result", c.carried().result());
            put("d6.withdrawn", c.carried().withdrawn());
            c.prevention().across().forEach(a -> row("across", a.what(), yesNo(a.checked()), a.result()));
            c.prevention().documents().forEach(d -> row("documents", d.kind() == null ? "" : t(d.kind().key()), d.number(), d.from(), d.to(), d.on()));
            put("d7.noDocument", c.prevention().noDocument());
            put("d7.lessons", c.prevention().lessons());
            put("d8.thanks", c.thanks());
            put("d8.closedOn", day(p.eightD().closedAt()));
        }

        private void containment(EightDContent.Containment d3) {
            put("d3.unit", d3.unit());
            put("d3.total", d3.total());
            d3.places().forEach(l -> row("places", t("improvement.eightd.place." + l.place()), l.quantity(), l.sorted(), l.good(), l.defective(),
                    l.decision() == null ? "" : t(l.decision().key()), l.by(), l.until(), l.note()));
            d3.interim().forEach(i -> row("interim", i.words(), i.by(), i.on(), i.effect()));
        }

        private void causes(EightDContent c) {
            for (Cell cell : Cell.values()) {
                String at = "d4." + cell.name().toLowerCase(java.util.Locale.ROOT);
                var whys = c.whys(cell);
                put(at + ".root", String.join("\n", whys.stream().filter(EightDContent.Why::root).map(EightDContent.Why::words).toList()));
                put(at + ".chain", String.join("\n", whys.stream().map(w -> w.depth() + ". " + w.words()).toList()));
                put(at + ".verified", c.verified().get(cell));
                whys.forEach(w -> row("causes", t(cell.key()), w.depth(), w.words(), w.root() ? t("improvement.eightd.root") : ""));
            }
        }

        private void measures(EightDContent c) {
            c.measures().forEach(m -> {
                MeasureView kept = p.measures().get(m.row());
                boolean done = kept != null && kept.done();
                String cause = c.whys().stream().filter(w -> w.id().equals(m.cause())).map(EightDContent.Why::words).findFirst().orElse("");
                row("measures", cause, m.words(), name(m.owner()), m.due(), m.proof(), t(done ? "improvement.measure.done" : "improvement.measure.open"),
                        done ? day(Objects.requireNonNull(Objects.requireNonNull(kept).end()).at()) : null);
            });
        }
    }
}
