package org.huiyin.campaign.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.BadCell;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.SheetWriter;
import org.huiyin.survey.QuestionItem;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Answer sheets in Excel: a row per contact goes out, comes back filled in, is looked at and taken over (000/5-1). */
@Service
@Transactional
public class AnswerSheets {

    private static final String COLLECT = "round.collect";

    private final Entries entries;
    private final AnswerStore answers;
    private final SheetParsing parsing;
    private final RoundForms forms;
    private final Rounds rounds;
    private final Customers customers;
    private final Contacts contacts;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnswerSheets(Entries entries, AnswerStore answers, SheetParsing parsing, RoundForms forms, Rounds rounds, Customers customers,
            Contacts contacts, JdbcClient sql, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
        this.entries = entries;
        this.answers = answers;
        this.parsing = parsing;
        this.forms = forms;
        this.rounds = rounds;
        this.customers = customers;
        this.contacts = contacts;
        this.sql = sql;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    private record Upload(UUID id, RoundId round, String fileName, SheetRows rows, @Nullable Integer taken) {}

    /** Writes a sheet with a row for each contact who has not answered; for one contact alone where her number is given. */
    @Transactional(readOnly = true)
    public void write(Actor actor, RoundId id, @Nullable String number, Words words, OutputStream out) {
        actor.mustHave(COLLECT);
        var round = rounds.get(id);
        var form = forms.of(round.profileVersion(), round.questionnaireVersion());
        var lines = number == null ? entries.desk(actor, id).silent() : List.of(line(entries.invitation(actor, id, number)));
        try (var sheet = new SheetWriter(out)) {
            sheet.sheet(new SheetPlan(round.number(), heading(round, form, words), columns(form, words)));
            for (EntryDesk.Line line : lines) {
                sheet.row(line.invitation().number(), line.customer(), line.contact());
            }
        }
    }

    private EntryDesk.Line line(InvitationView invitation) {
        return new EntryDesk.Line(invitation, customers.get(invitation.customer()).name(), contacts.get(invitation.contact()).name());
    }

    private static List<String> heading(RoundView round, RoundForm form, Words words) {
        var degrees = new StringBuilder();
        var scale = form.degrees();
        for (int i = 0; i < scale.size(); i++) {
            degrees.append(i == 0 ? "" : "　").append(scale.size() - i).append(" = ").append(words.say(scale.get(i).label()));
        }
        return List.of(
                form.questionnaire().title(words.language().tag()) + " · " + round.title(),
                form.profile().formNumber("survey") + " " + form.revision(),
                words.t("campaign.answer.sheet.how", degrees.toString(), words.t("campaign.answer.na")));
    }

    private static List<SheetColumn> columns(RoundForm form, Words words) {
        var columns = new ArrayList<SheetColumn>();
        columns.add(SheetColumn.text(words.t(SheetParsing.NUMBER)));
        columns.add(SheetColumn.text(words.t("campaign.answer.customer")).wide(24));
        columns.add(SheetColumn.text(words.t("campaign.answer.contact")));
        for (QuestionItem item : form.items()) {
            columns.add(SheetColumn.text(item.label(words.language().tag())).wide(12));
        }
        columns.add(SheetColumn.text(words.t(SheetParsing.OVERALL)).wide(40));
        return columns;
    }

    /** Reads a filled-in sheet and keeps it for a look; no answer is stored. */
    public SheetPreview upload(Actor actor, RoundId id, String fileName, InputStream content) {
        actor.mustHave(COLLECT);
        var round = rounds.get(id);
        var form = forms.of(round.profileVersion(), round.questionnaireVersion());
        var digest = sha256();
        var rows = parsing.read(new DigestInputStream(content, digest), fileName, form);
        var importId = Ids.next();
        var name = fileName.isBlank() ? "?" : fileName.substring(Math.max(0, fileName.length() - 255));
        sql.sql("""
                insert into campaign.sheet_import (id, round_id, file_name, sha256, rows, uploaded_by, uploaded_at)
                values (?,?,?,?,?::jsonb,?,?)""")
                .params(importId, id.value(), name, HexFormat.of().formatHex(digest.digest()), json.writeValueAsString(rows),
                        actor.id().value(), Timestamp.from(clock.instant()))
                .update();
        return preview(actor, round, new Upload(importId, id, name, rows, null));
    }

    /** What the sheet would bring now. */
    @Transactional(readOnly = true)
    public SheetPreview preview(Actor actor, RoundId round, UUID id) {
        actor.mustHave(COLLECT);
        return preview(actor, rounds.get(round), find(round, id, false));
    }

    private SheetPreview preview(Actor actor, RoundView round, Upload upload) {
        var form = forms.of(round.profileVersion(), round.questionnaireVersion());
        Set<String> seen = new HashSet<>();
        var lines = upload.rows().rows().stream().map(raw -> checked(actor, round, form, upload.rows(), raw, seen).line()).toList();
        return new SheetPreview(upload.id(), upload.fileName(), lines, upload.taken());
    }

    private record Checked(SheetPreview.Line line, @Nullable InvitationView invitation, FormContent content) {}

    private Checked checked(Actor actor, RoundView round, RoundForm form, SheetRows sheet, SheetRows.Raw raw, Set<String> seen) {
        List<Sentence> problems = new ArrayList<>();
        var invitation = raw.number().isEmpty() ? null : entries.find(actor, round.id(), raw.number()).orElse(null);
        if (invitation == null) {
            problems.add(at(sheet, raw, null, new Sentence("campaign.answer.sheet.unknown", raw.number())));
        } else if (!seen.add(invitation.number())) {
            problems.add(at(sheet, raw, null, new Sentence("campaign.answer.sheet.twice", raw.number())));
        }
        Map<String, String> items = new LinkedHashMap<>();
        raw.items().forEach((item, typed) -> parsing.value(typed, form).ifPresentOrElse(
                value -> items.put(item, value),
                () -> problems.add(at(sheet, raw, item, new Sentence("campaign.answer.sheet.degree", typed, degrees(form))))));
        items.values().removeIf(String::isEmpty);
        var content = new FormContent(items, Map.of(), Set.of(), raw.overall().isBlank() ? null : raw.overall());
        FormCheck.problems(form, content, true).forEach((item, sentence) -> problems.add(at(sheet, raw, item, sentence)));
        var state = state(invitation, content, problems, raw);
        var shown = state == SheetPreview.State.BAD ? problems : List.<Sentence>of();
        var customer = invitation == null ? null : customers.get(invitation.customer()).name();
        return new Checked(new SheetPreview.Line(raw.line(), raw.number(), customer, state, shown, form.items().size() - items.size()),
                invitation, content);
    }

    private SheetPreview.State state(@Nullable InvitationView invitation, FormContent content, List<Sentence> problems, SheetRows.Raw raw) {
        if (invitation != null && answers.of(invitation.id()).isPresent()) {
            return SheetPreview.State.ANSWERED;
        }
        if (content.untouched() && raw.items().values().stream().allMatch(String::isBlank)) {
            return invitation == null ? SheetPreview.State.BAD : SheetPreview.State.EMPTY;
        }
        return problems.isEmpty() ? SheetPreview.State.NEW : SheetPreview.State.BAD;
    }

    private static Sentence at(SheetRows sheet, SheetRows.Raw raw, @Nullable String item, Sentence sentence) {
        int column = item == null ? sheet.numberColumn() : sheet.columns().getOrDefault(item, sheet.numberColumn());
        var where = new BadCell(raw.line(), column, item == null ? "" : sheet.headers().getOrDefault(item, ""), sentence).place();
        return new Sentence("campaign.answer.sheet.at", where, sentence);
    }

    private static String degrees(RoundForm form) {
        return "1–" + form.degrees().size();
    }

    /** Takes over the sheet: all rows or none, or the good ones by choice; a second time changes nothing. */
    public int take(Actor actor, RoundId roundId, UUID id, boolean goodOnly) {
        actor.mustHave(COLLECT);
        var round = rounds.get(roundId);
        var upload = find(roundId, id, true);
        if (upload.taken() != null) {
            return upload.taken();
        }
        var form = forms.of(round.profileVersion(), round.questionnaireVersion());
        Set<String> seen = new HashSet<>();
        var rows = upload.rows().rows().stream().map(raw -> checked(actor, round, form, upload.rows(), raw, seen)).toList();
        long bad = rows.stream().filter(row -> row.line().state() == SheetPreview.State.BAD).count();
        if (bad > 0 && !goodOnly) {
            throw new BrokenRule("campaign.answer.sheet.bad", bad);
        }
        int taken = 0;
        for (Checked row : rows) {
            if (row.line().state() == SheetPreview.State.NEW && row.invitation() != null) {
                entries.enter(actor, row.invitation().id(), new StaffEntry(AnswerChannel.SHEET, row.content(), null, form.revision(), null));
                taken++;
            }
        }
        sql.sql("update campaign.sheet_import set taken = ?, taken_at = ? where id = ?")
                .params(taken, Timestamp.from(clock.instant()), id)
                .update();
        events.publishEvent(new Happening(roundId.subject(), "takeSheet", actor.id(), Map.of(),
                Map.of("import", id, "file", upload.fileName(), "taken", taken, "bad", bad), clock.instant()));
        return taken;
    }

    private Upload find(RoundId round, UUID id, boolean hold) {
        return sql.sql("select * from campaign.sheet_import where id = ? and round_id = ?" + (hold ? " for update" : ""))
                .params(id, round.value())
                .query((row, n) -> new Upload(id, round, row.getString("file_name"), json.readValue(row.getString("rows"), SheetRows.class),
                        (Integer) row.getObject("taken")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }
}
