package org.huiyin.improvement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.improvement.eightd.EightDSource;
import org.springframework.stereotype.Component;

/** Records of the type "sampleCase" exist in tests only; KS-9999-0001 is the one that can be found by its number. */
@Component
public class SampleSource implements EightDSource {

    public static final UUID KNOWN = new UUID(7, 7);

    @Override
    public String subjectType() {
        return "sampleCase";
    }

    @Override
    public Optional<SourceLine> line(UUID subject) {
        return Optional.of(new SourceLine("KS-9999-0001", "CY-SQE-26-0418", "晨曜车载音响", "装车时卡扣断裂", List.of(
                new PartLine("KB-2071", "旋钮支架", "260312A", "", new BigDecimal("36"), "件", "卡扣断裂", "客户总装线"),
                new PartLine("KB-2074", "旋钮支架（左）", "260318A", "", new BigDecimal("5"), "件", "卡扣发白", "客户总装线")), "eightds"));
    }

    @Override
    public Optional<UUID> byNumber(String number) {
        return number.equals("KS-9999-0001") ? Optional.of(KNOWN) : Optional.empty();
    }
}
