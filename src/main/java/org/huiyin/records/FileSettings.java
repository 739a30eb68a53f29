package org.huiyin.records;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** What the operator allows: how large a file may be, and whether archives are taken in. */
@ConfigurationProperties("huiyin.files")
record FileSettings(@DefaultValue("30MB") DataSize limit, @DefaultValue("false") boolean zip) {

    Set<FileKind> allowed() {
        var kinds = EnumSet.allOf(FileKind.class);
        if (!zip) {
            kinds.remove(FileKind.ZIP);
        }
        return kinds;
    }
}
