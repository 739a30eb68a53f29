/** Answers: given through a link, by telephone or on paper; doubted, judged and frozen. The face for analysis and desk. */
@NullMarked
@NamedInterface("answers")
package org.huiyin.campaign.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
