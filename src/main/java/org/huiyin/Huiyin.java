package org.huiyin;

import java.util.Arrays;
import org.huiyin.organization.LostAdmin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application: one process that serves every company of an installation. */
// Modules choose the names of their classes freely: beans are named by package.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Huiyin {

    /** Starts Huiyin; commands and settings are described in docs/operating.md. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("lost-admin")) {
            LostAdmin.main(Arrays.copyOfRange(args, 1, args.length));
        } else {
            SpringApplication.run(Huiyin.class, args);
        }
    }
}
