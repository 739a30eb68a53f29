package org.huiyin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules for templates and controllers: no text of their own, no inline style or script (strict CSP). */
final class Literals {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern INLINE = Pattern.compile("\\s(style|on[a-z]+)\\s*=\\s*\"|<style|javascript:|hx-on");
    private static final Pattern SPOKEN = Pattern.compile("\\b(title|placeholder|aria-label|alt)=\"[^\"$]*[\\p{L}]");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*[A-Za-z]{2,} [a-z]{2,}[^\"]*\"");
    /** Not a sentence although it has spaces: SQL, classes, headers, exceptions, templates, log lines. */
    private static final Pattern INNER = Pattern.compile(
            "Exception\\(|LOG\\.|log\\.|\\.sql\\(|@Operation|@Tag|summary =|description =|setHeader|STRICT|POLICY");

    private Literals() {}

    static List<String> inTemplate(String jte) {
        String bare = jte.replaceAll("(?s)<%--.*?--%>", "");
        List<String> faults = new ArrayList<>();
        HAN.matcher(bare).results().forEach(hit -> faults.add("Chinese text: " + around(bare, hit.start())));
        INLINE.matcher(bare).results().forEach(hit -> faults.add("inline style or script: " + around(bare, hit.start())));
        String markup = withoutCode(bare);
        SPOKEN.matcher(markup).results().forEach(hit -> faults.add("spoken attribute: " + hit.group()));
        String text = markup.replaceAll("(?s)<script.*?</script>", " ").replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("&[a-z]+;", " ");
        Pattern.compile("\\p{L}{2,}").matcher(text).results().forEach(hit -> faults.add("text: " + hit.group()));
        return faults;
    }

    static List<String> inController(String java) {
        List<String> faults = new ArrayList<>();
        String bare = java.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "").replaceAll("@RequestParam\\([^)]*\\)", "")
                .replaceAll("(?s)\"\"\".*?\"\"\"", "\"\"");
        for (String line : bare.split("\n")) {
            boolean han = HAN.matcher(line).find();
            if (han || (speaks(line) && !INNER.matcher(line).find())) {
                faults.add(line.strip());
            }
        }
        return faults;
    }

    /** Whether one of the line's own texts has two words; what stands between two texts is code. */
    private static boolean speaks(String line) {
        return TEXT.matcher(line).results().anyMatch(text -> WORDS.matcher(text.group()).find());
    }

    /** Drops directives, expressions and template calls; what they contain as content blocks stays. */
    private static String withoutCode(String jte) {
        StringBuilder markup = new StringBuilder();
        List<Character> open = new ArrayList<>();
        for (int i = 0; i < jte.length(); i++) {
            char c = jte.charAt(i);
            boolean content = open.isEmpty() || open.getLast() == '`';
            if (c == '`' && content && !open.isEmpty()) {
                open.removeLast();
            } else if (jte.startsWith("@`", i)) {
                open.add('`');
                i++;
            } else if (content) {
                int end = directive(jte, i);
                if (end > i) {
                    i = end - 1;
                    if (jte.charAt(i) == '(' || jte.charAt(i) == '{') {
                        open.add(jte.charAt(i));
                    }
                } else {
                    markup.append(c);
                }
            } else if (c == '"') {
                i = endOfString(jte, i);
            } else if (c == '(' || c == '{') {
                open.add(c);
            } else if (c == ')' || c == '}') {
                open.removeLast();
            }
        }
        return markup.toString();
    }

    private static final Pattern DIRECTIVE = Pattern.compile(
            "@(import|param)[^\\n]*|@(template\\.[\\w.]+|if|elseif|for)\\s*\\(|@(else|endif|endfor|raw|endraw)\\b|[$!]\\{|\\$unsafe\\{");

    private static int directive(String jte, int at) {
        var matcher = DIRECTIVE.matcher(jte).region(at, jte.length());
        return matcher.lookingAt() ? matcher.end() : at;
    }

    private static int endOfString(String jte, int at) {
        int end = at + 1;
        while (jte.charAt(end) != '"') {
            end += jte.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 30)).replace('\n', ' ');
    }
}
