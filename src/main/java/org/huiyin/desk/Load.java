package org.huiyin.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Happenings;
import org.huiyin.platform.CompanyScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How much work a person has, for the menu on every page: counted anew when something has happened in the company, else
 * twice a minute, since days pass and another instance may have been at work.
 */
@Component
public class Load {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MOST = 500;

    private final Desk desk;
    private final Clock clock;
    private final Map<CompanyId, Map<Actor, Mine>> known = new ConcurrentHashMap<>();

    Load(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** How many pieces of work are late and how many there are. */
    public record Mine(int late, int all, Instant counted) {}

    public Mine of(Actor actor) {
        var now = clock.instant();
        var company = known.computeIfAbsent(CompanyScope.required(), c -> new ConcurrentHashMap<>());
        var mine = company.get(actor);
        if (mine == null || Duration.between(mine.counted(), now).abs().compareTo(FRESH) > 0) {
            mine = counted(actor, now);
            if (company.size() >= MOST) {
                company.clear();
            }
            company.put(actor, mine);
        }
        return mine;
    }

    private Mine counted(Actor actor, Instant now) {
        var due = desk.dueDates(actor);
        return new Mine((int) due.stream().filter(at -> at.isPresent() && now.isAfter(at.get())).count(), due.size(), now);
    }

    @EventListener
    void happened(Happening happening) {
        forget();
    }

    @EventListener
    void happened(Happenings happenings) {
        forget();
    }

    /** After the commit, so that nobody counts the old state in between and keeps it; a count under way is thrown away with its map. */
    private void forget() {
        var company = CompanyScope.current().orElse(null);
        if (company != null && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    known.remove(company);
                }
            });
        }
    }
}
