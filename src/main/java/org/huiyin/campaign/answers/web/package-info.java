@NullMarked
package org.huiyin.campaign.answers.web;

import org.jspecify.annotations.NullMarked;
