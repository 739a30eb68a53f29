/** The pages and the API of questionnaires and scoring. */
@NullMarked
package org.huiyin.survey.web;

import org.jspecify.annotations.NullMarked;
