@NullMarked
package org.huiyin.campaign.answers;

import org.jspecify.annotations.NullMarked;
