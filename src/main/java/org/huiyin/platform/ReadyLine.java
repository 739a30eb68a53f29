package org.huiyin.platform;

import java.util.Optional;

/** A further line for who started Huiyin, printed below its address; modules announce it by beans. */
public interface ReadyLine {

    /** The line, as long as there is something to say. */
    Optional<String> line(String address);
}
