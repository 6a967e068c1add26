package io.sparkex.internal.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.TimeType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.Variant;

/**
 * Spark types of Java classes, as Spark itself infers them.
 */
final class ColumnTypes {

	private static final Map<Class<?>, DataType> TYPES = Map.ofEntries(Map.entry(Boolean.class, SimpleType.BOOLEAN),
			Map.entry(Byte.class, SimpleType.BYTE), Map.entry(Short.class, SimpleType.SHORT),
			Map.entry(Integer.class, SimpleType.INTEGER), Map.entry(Long.class, SimpleType.LONG),
			Map.entry(Float.class, SimpleType.FLOAT), Map.entry(Double.class, SimpleType.DOUBLE),
			Map.entry(BigDecimal.class, new DecimalType(DecimalType.MAX_PRECISION, 18)),
			Map.entry(BigInteger.class, new DecimalType(DecimalType.MAX_PRECISION, 0)),
			Map.entry(String.class, new StringType()), Map.entry(UUID.class, new StringType()),
			Map.entry(byte[].class, SimpleType.BINARY), Map.entry(LocalDate.class, SimpleType.DATE),
			Map.entry(Instant.class, SimpleType.TIMESTAMP), Map.entry(LocalDateTime.class, SimpleType.TIMESTAMP_NTZ),
			Map.entry(LocalTime.class, new TimeType(6)),
			Map.entry(Duration.class,
					new DayTimeIntervalType(DayTimeIntervalType.Unit.DAY, DayTimeIntervalType.Unit.SECOND)),
			Map.entry(Period.class,
					new YearMonthIntervalType(YearMonthIntervalType.Unit.YEAR, YearMonthIntervalType.Unit.MONTH)),
			Map.entry(CalendarInterval.class, SimpleType.CALENDAR_INTERVAL),
			Map.entry(Variant.class, SimpleType.VARIANT),
			Map.entry(Geometry.class, new GeometryType(GeometryType.MIXED_SRID)),
			Map.entry(Geography.class, new GeographyType(GeographyType.MIXED_SRID)));

	private ColumnTypes() {
	}

	/**
	 * Returns the type of a class that is not a primitive.
	 */
	static @Nullable DataType of(Class<?> javaClass) {
		return javaClass.isEnum() ? TYPES.get(String.class) : TYPES.get(javaClass);
	}

}
