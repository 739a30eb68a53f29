package org.huiyin.web;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills {0} and {0|one|many} in a text; any other brace is a brace. */
final class Template {

    static final Pattern PLACE = Pattern.compile("\\{(\\d+)(?:\\|([^|{}]*)\\|([^|{}]*))?}");

    private Template() {}

    static String fill(String text, @Nullable Object[] args, Function<@Nullable Object, String> say) {
        Matcher places = PLACE.matcher(text);
        return places.replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            if (index >= args.length) {
                return Matcher.quoteReplacement(place.group());
            }
            @Nullable Object arg = args[index];
            String one = place.group(2);
            if (one == null) {
                return Matcher.quoteReplacement(say.apply(arg));
            }
            boolean single = arg instanceof Number number && number.doubleValue() == 1;
            return Matcher.quoteReplacement(single ? one : place.group(3));
        });
    }
}
