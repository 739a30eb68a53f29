package org.huiyin.organization;

import java.util.List;

/** Tells the wizard which procedures there are to start from; provided by the module that keeps procedures. */
public interface PresetSource {

    /** In the order in which they are offered. */
    List<Preset> presets();
}
