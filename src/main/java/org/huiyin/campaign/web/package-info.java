/** Pages and programs of rounds, samples and invitations. */
@NullMarked
package org.huiyin.campaign.web;

import org.jspecify.annotations.NullMarked;
