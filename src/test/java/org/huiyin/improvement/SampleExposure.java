package org.huiyin.improvement;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.kernel.SubjectRef;
import org.springframework.stereotype.Component;

/** What tests say was seen of records of the type "sampleCase". */
@Component
public class SampleExposure implements ExposureSource {

    private final Map<SubjectRef, Exposure> seen = new ConcurrentHashMap<>();

    public void see(SubjectRef subject, Exposure exposure) {
        seen.put(subject, exposure);
    }

    @Override
    public Exposure since(SubjectRef subject, Instant from) {
        return seen.getOrDefault(subject, Exposure.NOTHING);
    }
}
