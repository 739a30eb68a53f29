package org.huiyin.campaign.answers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The answers of the rounds as they were given, with what is thought of each (001/5.4.3). */
@Service
@Transactional(readOnly = true)
public class Answers {

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AnswerStore store;
    private final DoubtStore doubts;
    private final RoundForms forms;
    private final Rounds rounds;
    private final Customers customers;

    Answers(AnswerStore store, DoubtStore doubts, RoundForms forms, Rounds rounds, Customers customers) {
        this.store = store;
        this.doubts = doubts;
        this.forms = forms;
        this.rounds = rounds;
        this.customers = customers;
    }

    /** The answer, for modules that have checked who asks. */
    public AnswerView get(AnswerId id) {
        return store.find(id).orElseThrow(NotFound::new).answer();
    }

    /** The answer, if there is one, for modules that have checked who asks. */
    public Optional<AnswerView> maybe(AnswerId id) {
        return store.find(id).map(AnswerRow::answer);
    }

    /** Whether the actor may open the page of the answer. */
    public boolean sees(Actor actor, AnswerView answer) {
        var sight = AnswerSight.orNone(actor, rounds.get(answer.round()));
        return sight != null && sight.sees(customers.get(answer.customer()));
    }

    /** The answer with the number or identity in the round, if the actor may see it; names are left out where she must not know them. */
    public AnswerRow find(Actor actor, RoundId round, String key) {
        var sight = AnswerSight.of(actor, rounds.get(round));
        var row = lookedUp(round, key, sight).orElseThrow(NotFound::new);
        if (!sight.sees(customers.get(row.answer().customer()))) {
            throw new NotFound();
        }
        return shown(row, sight);
    }

    /** Who must not know names finds answers by identity alone: the number stands in the list of contacts. */
    private Optional<AnswerRow> lookedUp(RoundId round, String key, AnswerSight sight) {
        if (IDENTITY.matcher(key).matches()) {
            return store.find(new AnswerId(UUID.fromString(key))).filter(row -> row.answer().round().equals(round));
        }
        return sight.named() ? store.byNumber(round, key) : Optional.empty();
    }

    /** The answer to an invitation, for modules that have checked who asks. */
    public Optional<AnswerView> of(InvitationId invitation) {
        return store.of(invitation).map(AnswerRow::answer);
    }

    /** All answers of a customer, the youngest first, as far as the actor may see them. */
    public List<AnswerRow> of(Actor actor, CustomerId customer) {
        customers.get(actor, customer);
        return store.of(customer).stream()
                .filter(row -> {
                    var sight = AnswerSight.orNone(actor, rounds.get(row.answer().round()));
                    return sight != null && sight.named();
                })
                .toList();
    }

    /** A page of a round's answers, doubtful ones first. */
    public AnswerSlice list(Actor actor, RoundId round, AnswerFilter filter) {
        var sight = AnswerSight.of(actor, rounds.get(round));
        var slice = store.page(round, sight, filter);
        return new AnswerSlice(slice.rows().stream().map(row -> shown(row, sight)).toList(), slice.page(), slice.size(), slice.total());
    }

    /** Whose answers a round has. */
    public List<CustomerId> customers(RoundId round) {
        return store.customers(round);
    }

    /** What some of the customers answered in a round, the first answer first; for modules that have checked who asks. */
    public List<AnswerView> of(RoundId round, Collection<CustomerId> customers) {
        return store.of(round, customers).stream().map(AnswerRow::answer).toList();
    }

    /** All answers of a round one after the other, in flat memory; for modules that have checked who asks. */
    public void each(RoundId round, Consumer<AnswerView> sink) {
        store.each(round, new AnswerSight(null, true), AnswerFilter.ALL, row -> sink.accept(row.answer()));
    }

    /** The rows of a list one after the other, in flat memory, for an export. */
    public void each(Actor actor, RoundId round, AnswerFilter filter, Consumer<AnswerRow> sink) {
        var sight = AnswerSight.of(actor, rounds.get(round));
        store.each(round, sight, filter, row -> sink.accept(shown(row, sight)));
    }

    /** How many came, count, are doubted, ruled out and late. */
    public AnswerCounts counts(RoundId round) {
        return store.counts(round);
    }

    /** What was thought of the answer, step by step. */
    public List<DoubtStep> history(AnswerId id) {
        return doubts.history(id);
    }

    /** The form that the round asks with. */
    public RoundForm form(RoundView round) {
        return forms.of(round.profileVersion(), round.questionnaireVersion());
    }

    private static AnswerRow shown(AnswerRow row, AnswerSight sight) {
        return sight.named() ? row : new AnswerRow(row.answer(), null, null, null, row.rules());
    }
}
