package org.huiyin.procedure.web;

import java.util.List;
import org.huiyin.procedure.Clause;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.web.Page;

/** A clause with what proves it, as the list shows it. */
public record ClauseRow(Clause clause, List<EvidenceLine> evidence, State state) {

    /** How a clause stands: proved, something is missing, nothing recorded yet, its part is switched off or comes later. */
    public enum State {
        COMPLETE("ok"),
        MISSING("bad"),
        NONE("off"),
        OFF("off"),
        LATER("off");

        private final String lamp;

        State(String lamp) {
            this.lamp = lamp;
        }

        public String lamp() {
            return lamp;
        }
    }

    static ClauseRow of(Clause clause, List<EvidenceLine> evidence, boolean partOn, boolean partHere) {
        State state;
        if (evidence.stream().anyMatch(EvidenceLine::missing)) {
            state = State.MISSING;
        } else if (evidence.stream().anyMatch(line -> line.count() > 0)) {
            state = State.COMPLETE;
        } else if (!partOn) {
            state = State.OFF;
        } else {
            state = partHere ? State.NONE : State.LATER;
        }
        return new ClauseRow(clause, evidence, state);
    }

    public int count() {
        return evidence.stream().filter(line -> !line.missing()).mapToInt(EvidenceLine::count).sum();
    }

    /** What is missing in words, else the state. */
    public String words(Page page) {
        return evidence.stream().filter(EvidenceLine::missing).findFirst()
                .map(line -> page.t("procedure.state.missing", page.say(line.what())))
                .orElseGet(() -> page.t("procedure.state." + state.name().toLowerCase(java.util.Locale.ROOT)));
    }

    boolean mentions(String wanted, Page page) {
        String text = clause.number() + " " + clause.title().in(page.locale()) + " "
                + (clause.text() == null ? "" : clause.text().in(page.locale())) + " " + String.join(" ", clause.standards());
        return text.toLowerCase(java.util.Locale.ROOT).contains(wanted.toLowerCase(java.util.Locale.ROOT));
    }
}
