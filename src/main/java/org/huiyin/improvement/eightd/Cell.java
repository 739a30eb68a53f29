package org.huiyin.improvement.eightd;

import java.util.Locale;

/** A field of the grid of causes: why it happened and why it was not found, in technique and in the system (IATF 10.2.3). */
public enum Cell {
    OT(Axis.OCCURRENCE, Layer.TECHNICAL),
    OS(Axis.OCCURRENCE, Layer.SYSTEMIC),
    NT(Axis.NON_DETECTION, Layer.TECHNICAL),
    NS(Axis.NON_DETECTION, Layer.SYSTEMIC);

    /** Why it happened, or why nobody found it. */
    public enum Axis {
        OCCURRENCE,
        NON_DETECTION
    }

    /** In the thing, or in the way it is managed. */
    public enum Layer {
        TECHNICAL,
        SYSTEMIC
    }

    private final Axis axis;
    private final Layer layer;

    Cell(Axis axis, Layer layer) {
        this.axis = axis;
        this.layer = layer;
    }

    public Axis axis() {
        return axis;
    }

    public Layer layer() {
        return layer;
    }

    /** The message key of its name. */
    public String key() {
        return "improvement.eightd.cell." + name().toLowerCase(Locale.ROOT);
    }
}
