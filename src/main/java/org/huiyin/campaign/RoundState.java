package org.huiyin.campaign;

import java.util.EnumSet;
import java.util.Set;

/** Where a round stands, from the plan to the day on which every customer has been told (001/5.4). */
public enum RoundState {
    /** Title, days and questionnaire are fixed; nobody has been chosen. */
    PLANNED,
    /** A sample is proposed and may be changed by hand. */
    SAMPLING,
    /** The sample waits for its approvers. */
    APPROVAL,
    /** The sample is approved; invitations are prepared and not yet sent. */
    APPROVED,
    /** Invitations are out, answers come in. */
    COLLECTING,
    /** The closing day is over: doubtful answers are checked, late ones still kept. */
    CHECKING,
    /** The answers are frozen by two signatures. */
    FROZEN,
    /** Everybody who was promised something has been told. */
    CLOSED,
    /** Called off with a reason. */
    CANCELLED;

    /** The states that may follow. */
    public Set<RoundState> leadsTo() {
        return switch (this) {
            case PLANNED -> EnumSet.of(SAMPLING, CANCELLED);
            case SAMPLING -> EnumSet.of(APPROVAL, CANCELLED);
            case APPROVAL -> EnumSet.of(SAMPLING, APPROVED, CANCELLED);
            case APPROVED -> EnumSet.of(SAMPLING, COLLECTING, CANCELLED);
            case COLLECTING -> EnumSet.of(CHECKING, CANCELLED);
            case CHECKING -> EnumSet.of(COLLECTING, FROZEN, CANCELLED);
            case FROZEN -> EnumSet.of(CLOSED);
            case CLOSED, CANCELLED -> EnumSet.noneOf(RoundState.class);
        };
    }

    /** Whether invitations are out and answers are taken, late ones included. */
    public boolean takesAnswers() {
        return this == COLLECTING || this == CHECKING;
    }

    /** Whether the sample may still be changed. */
    public boolean open() {
        return this == PLANNED || this == SAMPLING;
    }

    /** Whether nothing more happens to the round. */
    public boolean over() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether the round has come at least that far; a cancelled one has come nowhere. */
    public boolean reached(RoundState other) {
        return this != CANCELLED && compareTo(other) >= 0;
    }
}
