/** Keywords of complaints: found in the texts, kept with the complaint, a help to find what came before. */
@NullMarked
@NamedInterface("words")
package org.huiyin.complaint.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
