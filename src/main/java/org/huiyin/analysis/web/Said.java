package org.huiyin.analysis.web;

import java.math.BigDecimal;
import java.util.List;
import org.huiyin.analysis.ResultView;
import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.campaign.answers.AnswerChannel;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Score;
import org.huiyin.survey.BandRule;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;

/** Puts figures and codes of a result into the words of the reader; what is missing is a dash. */
public final class Said {

    private static final String MISSING = "–";
    private static final String TONES = "abcde";

    private Said() {}

    public static String score(Page page, @Nullable Score score) {
        return score == null ? MISSING : page.decimal(score.value());
    }

    public static String one(Page page, @Nullable Number value) {
        return switch (value) {
            case null -> MISSING;
            case BigDecimal exact -> page.decimal(exact);
            default -> page.decimal(BigDecimal.valueOf(value.doubleValue()));
        };
    }

    /** Two decimals, half up, as the cuts of quadrants are shown (D29). */
    public static String two(Page page, @Nullable Number value) {
        return switch (value) {
            case null -> MISSING;
            case BigDecimal exact -> org.huiyin.analysis.Quadrants.shown(exact);
            default -> org.huiyin.analysis.Quadrants.shown(BigDecimal.valueOf(value.doubleValue()));
        };
    }

    /** Whether the procedure or the form lets one set importance against satisfaction. */
    public static boolean asksImportance(ResultView view) {
        return view.rule().asks(org.huiyin.analysis.AnalysisRule.Kind.IPA) || view.form().questionnaire().asksImportance();
    }

    public static String share(Page page, double share) {
        return page.percent(BigDecimal.valueOf(share));
    }

    /** Never a bare letter. */
    public static String className(Page page, String code) {
        for (Grade grade : Grade.values()) {
            if (grade.name().equals(code)) {
                return page.t("analysis.class." + code.toLowerCase(java.util.Locale.ROOT));
            }
        }
        return code;
    }

    public static String band(Page page, ResultView view, @Nullable String code) {
        return bands(view).stream().filter(step -> step.code().equals(code)).findFirst().map(step -> step.label().in(page.locale())).orElse(MISSING);
    }

    public static List<BandRule.Step> bands(ResultView view) {
        return view.form().profile().section("bands", BandRule.class).bands();
    }

    /** The colour of a rank among so many, from a (best) to e (worst). */
    public static String tone(int rank, int of) {
        int place = of < 2 ? 0 : Math.round(rank * (TONES.length() - 1f) / (of - 1));
        return TONES.substring(place, place + 1);
    }

    public static String tone(ResultView view, @Nullable String band) {
        var bands = bands(view);
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).code().equals(band)) {
                return tone(i, bands.size());
            }
        }
        return "off";
    }

    public static String slice(Page page, Dimension dimension, String key, java.util.Map<PersonId, String> names) {
        if (key.isEmpty()) {
            return page.t("analysis.slice.none." + dimension.name().toLowerCase(java.util.Locale.ROOT));
        }
        return switch (dimension) {
            case CLASS -> className(page, key);
            case CHANNEL -> page.label(AnswerChannel.valueOf(key));
            case INTERVIEWER -> names.getOrDefault(new PersonId(java.util.UUID.fromString(key)), key);
            case SEGMENT, REGION -> key;
        };
    }

    /** The label of a degree; a number of a linear scale stands for itself. */
    public static String degree(Page page, ResultView view, String code) {
        return view.form().degrees().stream().filter(d -> d.code().equals(code)).findFirst().map(d -> d.label().in(page.locale())).orElse(code);
    }

    /** The code of the band of a score. */
    public static String bandOf(ResultView view, Score score) {
        return view.form().profile().section("bands", BandRule.class).bandOf(score).code();
    }

    /** The points of the last rounds for the small trend. */
    public static List<org.huiyin.web.Point> points(Page page, List<org.huiyin.analysis.TrendPoint> trend) {
        return trend.stream().skip(Math.max(0, trend.size() - 6L)).map(point -> {
            var index = point.result().index();
            var label = page.month(java.time.YearMonth.from(point.round().opensOn()));
            var mean = index.mean();
            return mean == null ? org.huiyin.web.Point.missing(label)
                    : new org.huiyin.web.Point(label, mean.value().doubleValue(), index.lower(), index.upper());
        }).toList();
    }

    /** A note of the index, with the class in words where it names one. */
    public static org.huiyin.kernel.Sentence note(Page page, org.huiyin.kernel.Sentence note) {
        if (note.args().isEmpty() || !(note.args().getFirst() instanceof String code)) {
            return note;
        }
        List<Object> args = new java.util.ArrayList<>(note.args());
        args.set(0, className(page, code));
        return new org.huiyin.kernel.Sentence(note.key(), args.toArray());
    }
}
