package org.huiyin.campaign.web;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.huiyin.campaign.Classes;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.SampleRow;
import org.huiyin.campaign.SampleView;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Directory;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetColumn.Kind;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.TableWriter;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;

/** The lists of rounds as files. */
final class RoundLists {

    private RoundLists() {}

    static void rounds(ListFile file, Page page, List<RoundLine> lines) throws IOException {
        var columns = List.of(text(page, "number"), text(page, "title"), text(page, "kind"), text(page, "state"), date(page, "opensOn"), date(page, "closesOn"),
                whole(page, "asked"), whole(page, "sent"), whole(page, "answered"));
        file.send(new SheetPlan(page.t("campaign.round.list"), List.of(page.t("campaign.round.list"), company(page)), columns),
                sheet -> lines.forEach(l -> sheet.row(l.round().number(), l.round().title(), page.label(l.round().kind()), page.label(l.round().state()),
                        l.round().opensOn(), l.round().closesOn(), l.asked(), l.sent(), l.answered())));
    }

    static void people(ListFile file, Page page, RoundBoard board) throws IOException {
        var columns = List.of(text(page, "answerNumber"), text(page, "code"), text(page, "customer"), text(page, "grade"), text(page, "contact"), text(page, "way"),
                SheetColumn.of(page.t("campaign.round.sentAt"), Kind.TIME), SheetColumn.of(page.t("campaign.round.openedAt"), Kind.TIME), whole(page, "reminders"),
                SheetColumn.of(page.t("campaign.round.answeredAt"), Kind.TIME), text(page, "filled"), text(page, "stands"), text(page, "assigned"), text(page, "remarks"));
        var name = board.round().number() + " " + page.t("campaign.round.people");
        file.send(new SheetPlan(name, List.of(board.round().title(), company(page), board.round().number()), columns), sheet -> board.rows().forEach(r -> {
            var i = r.invitation();
            sheet.row(i.number(), r.customerCode(), r.customer(), page.say(i.stratum().sentence()), r.contact(), page.label(i.way()), time(page, i.sentAt()),
                    time(page, i.openedAt()), i.reminders(), time(page, i.answeredAt()), page.say(r.filledBy()), page.say(r.standing().words()), r.assignedTo(),
                    String.join(" ", r.remarks().stream().map(page::say).toList()));
        }));
    }

    static void sample(ListFile file, Page page, RoundView round, SampleView view, ProfileVersion profile) throws IOException {
        var columns = List.of(text(page, "code"), text(page, "customer"), text(page, "grade"), whole(page, "position"), text(page, "asked"), date(page, "lastAnswered"),
                whole(page, "complaints"), whole(page, "contacts"), text(page, "why"));
        var form = profile.form("samplePlan");
        var heading = List.of(form.name().in(page.locale()) + " " + round.number(), round.title(), company(page),
                page.t("campaign.round.paper.form") + " " + form.number() + " " + page.t("campaign.round.paper.revision") + " " + form.revision(),
                page.t("campaign.round.sample.seed", Long.toString(round.seed())));
        file.send(new SheetPlan(round.number() + " " + form.name().in(page.locale()), heading, columns), sheet -> {
            view.strata().forEach(stratum -> stratum.rows().forEach(row -> row(sheet, page, row)));
            view.ineligible().forEach(row -> row(sheet, page, row));
        });
    }

    private static void row(TableWriter sheet, Page page, SampleRow row) {
        sheet.row(row.code(), row.name(), page.say(Classes.sentence(row.stratum())), row.position(), row.chosen() ? page.t("campaign.round.yes") : "",
                row.lastAnswered(), row.recentComplaints(), row.contacts(), page.say(row.reason()));
    }

    static void coverage(ListFile file, Page page, Map<CustomerId, List<String>> answered, Map<CustomerId, Directory.Entry> names)
            throws IOException {
        var columns = List.of(text(page, "code"), text(page, "customer"), whole(page, "answered"), text(page, "number"));
        file.send(new SheetPlan(page.t("campaign.round.coverage"), List.of(page.t("campaign.round.coverage"), company(page)), columns),
                sheet -> names.values().forEach(entry -> {
                    var rounds = answered.getOrDefault(entry.id(), List.of());
                    sheet.row(entry.code(), entry.name(), rounds.size(), String.join(" ", rounds));
                }));
    }

    private static String company(Page page) {
        var company = page.company();
        return company == null ? "" : company.name();
    }

    private static @Nullable LocalDateTime time(Page page, @Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, page.zone());
    }

    private static SheetColumn text(Page page, String key) {
        return SheetColumn.text(page.t("campaign.round." + key));
    }

    private static SheetColumn whole(Page page, String key) {
        return SheetColumn.of(page.t("campaign.round." + key), Kind.INTEGER);
    }

    private static SheetColumn date(Page page, String key) {
        return SheetColumn.of(page.t("campaign.round." + key), Kind.DATE);
    }
}
