/** Figures of complaints: Pareto, rate per shipment, promises kept, measures of ISO 10002, costs; each number leads to its complaints. */
@NullMarked
@NamedInterface("figures")
package org.huiyin.complaint.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
