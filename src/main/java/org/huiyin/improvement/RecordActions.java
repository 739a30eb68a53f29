package org.huiyin.improvement;

import java.util.List;
import org.huiyin.kernel.SubjectRef;

/** Knows the actions of a record that keeps them under another one, such as an 8D whose action stands with its complaint. */
public interface RecordActions {

    /** None for records of another kind. */
    List<ActionId> of(SubjectRef subject);
}
