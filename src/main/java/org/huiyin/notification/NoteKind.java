package org.huiyin.notification;

import org.huiyin.kernel.Sentence;

/**
 * A kind of notice that people can also want by mail; the module that tells it announces it by a bean.
 *
 * @param code the type of the subjects that such notices are about
 * @param mailByDefault whether it comes by mail at once until somebody says otherwise
 */
public record NoteKind(String code, Sentence label, boolean mailByDefault) {

    /** What no module has announced. */
    static final NoteKind OTHER = new NoteKind("other", new Sentence("notification.kind.other"), false);
}
