package org.huiyin.improvement;

import java.time.Instant;
import org.huiyin.kernel.SubjectRef;

/** Knows what became of a record's part and defect since the measures; a bean of the module that keeps complaints and shipments. */
public interface ExposureSource {

    /** {@link Exposure#NOTHING} for records of another kind. */
    Exposure since(SubjectRef subject, Instant from);
}
