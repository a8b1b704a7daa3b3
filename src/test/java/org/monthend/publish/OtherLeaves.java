package org.monthend.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;

/**
 * Copies of a record that differ from it in one leaf each, under the path of that leaf; of a list its first and its last
 * element, and the list without its first.
 */
final class OtherLeaves {

    private OtherLeaves() {}

    static <T> Map<String, T> of(T record) {
        Map<String, T> copies = new LinkedHashMap<>();
        others(record).forEach((path, copy) -> {
            @SuppressWarnings("unchecked")
            T same = (T) copy;
            copies.put(path, same);
        });
        return copies;
    }

    private static Map<String, Object> others(Object value) {
        if (value instanceof String text) {
            return Map.of("", text + "x");
        }
        if (value instanceof Integer number) {
            return Map.of("", number + 1);
        }
        if (value instanceof Double number) {
            return Map.of("", number + 0.001);
        }
        if (value instanceof Boolean flag) {
            return Map.of("", !flag);
        }
        if (value instanceof BigDecimal number) {
            return Map.of("", number.add(new BigDecimal("0.0001")));
        }
        if (value instanceof ReportingMonth month) {
            return Map.of("", month.plusMonths(1));
        }
        if (value instanceof FiscalQuarter quarter) {
            return Map.of("", quarter.plusQuarters(1));
        }
        if (value instanceof OptionalLong id) {
            return Map.of("", id.isEmpty() ? OptionalLong.of(7) : OptionalLong.empty());
        }
        if (value instanceof OptionalDouble number) {
            return Map.of("", number.isEmpty() ? OptionalDouble.of(7) : OptionalDouble.empty());
        }
        if (value instanceof Instant moment) {
            return Map.of("", moment.plusSeconds(1));
        }
        if (value instanceof Enum<?> choice) {
            Object[] all = choice.getDeclaringClass().getEnumConstants();
            return Map.of("", all[(choice.ordinal() + 1) % all.length]);
        }
        if (value instanceof Optional<?> optional) {
            Map<String, Object> copies = new LinkedHashMap<>();
            optional.ifPresent(held -> {
                copies.put("(none)", Optional.empty());
                others(held).forEach((path, copy) -> copies.put(path, Optional.of(copy)));
            });
            return copies;
        }
        if (value instanceof List<?> list) {
            return ofList(list);
        }
        return ofRecord((Record) value);
    }

    private static Map<String, Object> ofList(List<?> list) {
        Map<String, Object> copies = new LinkedHashMap<>();
        if (list.isEmpty()) {
            return copies;
        }
        copies.put("[less]", List.copyOf(list.subList(1, list.size())));
        for (int index : new int[] {0, list.size() - 1}) {
            others(list.get(index)).forEach((path, copy) -> {
                List<Object> changed = new ArrayList<>(list);
                changed.set(index, copy);
                copies.put("[" + index + "]" + path, List.copyOf(changed));
            });
        }
        return copies;
    }

    private static Map<String, Object> ofRecord(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Map<String, Object> copies = new LinkedHashMap<>();
        try {
            Object[] values = new Object[components.length];
            for (int index = 0; index < components.length; index++) {
                values[index] = components[index].getAccessor().invoke(record);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            for (int index = 0; index < components.length; index++) {
                for (Map.Entry<String, Object> other : others(values[index]).entrySet()) {
                    Object[] changed = values.clone();
                    changed[index] = other.getValue();
                    copies.put(
                            "." + components[index].getName() + other.getKey(),
                            record.getClass().getDeclaredConstructor(types).newInstance(changed));
                }
            }
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(record.getClass().getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.getClass().getName(), e);
        }
        return copies;
    }
}
