package org.huiyin.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.campaign.Rounds;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.Complaints;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.eightd.EightDFilter;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.kernel.Actor;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.Voices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks through everything that a person may see: customers also by sound, rounds, actions, complaints and voices by number and words. */
@Service
@Transactional(readOnly = true)
public class Finder {

    private static final int MOST = 12;

    private final Customers customers;
    private final Rounds rounds;
    private final Actions actions;
    private final EightDs eightDs;
    private final Voices voices;
    private final Complaints complaints;

    Finder(Customers customers, Rounds rounds, Actions actions, EightDs eightDs, Voices voices, Complaints complaints) {
        this.customers = customers;
        this.rounds = rounds;
        this.actions = actions;
        this.eightDs = eightDs;
        this.voices = voices;
        this.complaints = complaints;
    }

    /** What the words find; an exact number stands first. */
    public List<Found> find(Actor actor, String words) {
        var q = words.strip();
        var found = new ArrayList<Found>();
        if (q.isEmpty()) {
            return found;
        }
        if (actor.may("customer.read")) {
            customers.search(actor, q, MOST).forEach(c -> found.add(new Found(Found.Kind.CUSTOMER, c.code(), c.name(), c.shortName(), "customers/" + c.code())));
        }
        if (actor.may("round.read")) {
            var key = q.toLowerCase(Locale.ROOT);
            rounds.list(actor).stream().filter(r -> r.number().toLowerCase(Locale.ROOT).contains(key) || r.title().toLowerCase(Locale.ROOT).contains(key)).limit(MOST)
                    .forEach(r -> found.add(new Found(Found.Kind.ROUND, r.number(), r.title(), null, r.path())));
        }
        if (actor.may("action.read")) {
            actions.list(actor, new ActionFilter(q, null, false, false, null, null, null, null, null, 1, MOST))
                    .forEach(a -> found.add(new Found(Found.Kind.ACTION, a.number(), String.join("、", a.items()), a.customerName(), "actions/" + a.number())));
        }
        if (actor.may("action.read")) {
            eightDs.list(actor, new EightDFilter(q, null, false, false, null, null, null, 1, MOST))
                    .forEach(e -> found.add(new Found(Found.Kind.EIGHTD, e.number(), e.title(), e.customerName(), e.path())));
        }
        if (actor.may("complaint.read")) {
            complaints.list(actor, ComplaintFilter.all().words(q).onPage(1, MOST)).forEach(row -> found.add(new Found(Found.Kind.COMPLAINT,
                    row.complaint().number(), row.complaint().title(), row.complaint().who(), "complaints/" + row.complaint().number())));
        }
        if (actor.may("voice.read")) {
            voices.list(actor, new VoiceFilter(q, null, null, false, null, null, 1, MOST))
                    .forEach(v -> found.add(new Found(Found.Kind.VOICE, v.number(), v.text(), v.customerName(), "voices/" + v.number())));
        }
        found.sort(java.util.Comparator.comparing(f -> !f.number().equalsIgnoreCase(q)));
        return found;
    }
}
