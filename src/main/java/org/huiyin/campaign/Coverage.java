package org.huiyin.campaign;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How much of a class has answered since everybody was last through: all its members must be covered before anyone comes
 * round again, and silence covers nobody (001/5.4.2.1a; decisions D9, D10).
 */
public record Coverage(int population, int covered, int completedCycles, Set<UUID> missing) {

    public Coverage {
        missing = Set.copyOf(missing);
    }

    /** Counts the rounds in their order, each with the customers who answered; the class is as it stands now. */
    public static Coverage of(Collection<UUID> members, List<? extends Collection<UUID>> answeredByRound) {
        Set<UUID> covered = new HashSet<>();
        int cycles = 0;
        for (Collection<UUID> answered : answeredByRound) {
            if (covered.size() == members.size()) {
                covered.clear();
            }
            answered.stream().filter(members::contains).forEach(covered::add);
            if (covered.size() == members.size() && !members.isEmpty()) {
                cycles++;
            }
        }
        Set<UUID> missing = new HashSet<>(members);
        missing.removeAll(covered);
        return new Coverage(members.size(), covered.size(), cycles, missing);
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }
}
