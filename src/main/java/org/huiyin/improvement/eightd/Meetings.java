package org.huiyin.improvement.eightd;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.improvement.ActionId;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.NewAction;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings on the spot with attendance and decisions; a decision can become an action of the tracking table (001/5.2.2.4). */
@Service
@Transactional
public class Meetings {

    private final MeetingStore store;
    private final EightDs eightDs;
    private final Actions actions;
    private final Clock clock;

    Meetings(MeetingStore store, EightDs eightDs, Actions actions, Clock clock) {
        this.store = store;
        this.eightDs = eightDs;
        this.actions = actions;
        this.clock = clock;
    }

    /** A meeting as it is written down. */
    public record NewMeeting(Instant at, String place, String words, List<MeetingView.Guest> guests, List<MeetingView.Resolution> decisions) {

        public NewMeeting {
            guests = List.copyOf(guests);
            decisions = List.copyOf(decisions);
        }
    }

    /** Writes a meeting down; who came and what was decided stays as written. */
    public UUID hold(Actor actor, EightDId id, NewMeeting meeting) {
        actor.mustHave(EightDs.WORK);
        var eightD = eightDs.locked(actor, id);
        check(meeting);
        var view = new MeetingView(Ids.next(), id, meeting.at(), meeting.place().strip(), meeting.words().strip(), meeting.guests(), meeting.decisions(), actor.id(), clock.instant());
        store.insert(view);
        eightDs.happen(actor.id(), eightD, "meeting", Map.of("at", meeting.at().toString(), "place", meeting.place().strip(),
                "present", meeting.guests().stream().filter(MeetingView.Guest::present).map(MeetingView.Guest::name).toList(),
                "decisions", meeting.decisions().stream().map(MeetingView.Resolution::words).toList()));
        var owners = meeting.decisions().stream().map(MeetingView.Resolution::owner).filter(Objects::nonNull).collect(Collectors.toSet());
        owners.remove(actor.id());
        eightDs.tell(owners, "improvement.eightd.note.decision", eightD);
        return view.id();
    }

    private void check(NewMeeting meeting) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (meeting.place().isBlank()) {
            problems.put("place", new Sentence("improvement.eightd.invalid.place"));
        }
        if (meeting.at().isAfter(clock.instant().plusSeconds(60))) {
            problems.put("at", new Sentence("improvement.eightd.invalid.future"));
        }
        if (meeting.guests().stream().noneMatch(MeetingView.Guest::present)) {
            problems.put("guests", new Sentence("improvement.eightd.invalid.nobodyCame"));
        }
        if (meeting.words().length() > 8000) {
            problems.put("words", new Sentence("improvement.invalid.long", 8000));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** The meetings, the earliest first. */
    @Transactional(readOnly = true)
    public List<MeetingView> of(EightDId id) {
        return store.of(id);
    }

    /** Turns a decision into an action; it needs an owner, and keeps its date. */
    public ActionId toAction(Actor actor, EightDId id, UUID decision) {
        actor.mustHave(EightDs.WORK);
        var eightD = eightDs.locked(actor, id);
        var one = store.of(id).stream().flatMap(m -> m.decisions().stream()).filter(d -> d.id().equals(decision)).findFirst().orElseThrow(NotFound::new);
        if (one.action() != null) {
            throw new BrokenRule("improvement.eightd.refused.actionThere", one.action());
        }
        if (one.owner() == null) {
            throw new BrokenRule("improvement.eightd.refused.noOwner");
        }
        var due = one.due() == null || one.due().isBefore(java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)) ? null : one.due();
        SubjectRef source = eightD.sources().isEmpty() ? id.subject() : eightD.sources().getFirst();
        var action = actions.propose(actor, new NewAction(Set.of(ActionOrigin.COMPLAINT), eightD.customer(), source,
                new Sentence("web.verbatim", one.words()), List.of(), null, one.owner(), due, eightD.profileVersion(), eightD.clause()));
        store.action(decision, action.value());
        eightDs.happen(actor.id(), eightD, "decisionToAction", Map.of("action", actions.get(action).number()));
        return action;
    }
}
