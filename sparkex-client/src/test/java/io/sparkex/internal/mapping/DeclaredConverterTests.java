package io.sparkex.internal.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sparkex.annotation.ColumnName;
import io.sparkex.annotation.ConvertWith;
import io.sparkex.annotation.ValueConverter;
import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.MappingException;
import io.sparkex.internal.arrow.ArrowStreamDecoder;
import io.sparkex.internal.arrow.ArrowStreamEncoder;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link DeclaredConverter} and for column names from annotations.
 */
class DeclaredConverterTests {

	@ConvertWith(CentsConverter.class)
	record Cents(long count) {
	}

	static final class CentsConverter implements ValueConverter<BigDecimal, Cents> {

		@Override
		public Cents read(BigDecimal value) {
			return new Cents(value.movePointRight(2).longValueExact());
		}

		@Override
		public BigDecimal write(Cents value) {
			return BigDecimal.valueOf(value.count(), 2);
		}

	}

	static final class YesNo implements ValueConverter<String, Boolean> {

		@Override
		public Boolean read(String value) {
			if (!value.equals("yes") && !value.equals("no")) {
				throw new IllegalStateException("neither yes nor no: " + value);
			}
			return value.equals("yes");
		}

		@Override
		public String write(Boolean value) {
			return value ? "yes" : "no";
		}

	}

	abstract static class Base implements ValueConverter<Long, Character> {

		@Override
		public Character read(Long value) {
			return (char) value.longValue();
		}

		@Override
		public Long write(Character value) {
			return (long) value;
		}

	}

	static final class Inherited extends Base {

	}

	record All(Cents price, List<Cents> parts, Map<String, Cents> named, Optional<Cents> maybe,
			@ConvertWith(YesNo.class) boolean open, @ColumnName("letter") @ConvertWith(Inherited.class) char sign) {
	}

	static class Bean {

		@ColumnName("PREIS")
		private @Nullable Cents price;

		private boolean open;

		public @Nullable Cents getPrice() {
			return this.price;
		}

		public void setPrice(@Nullable Cents price) {
			this.price = price;
		}

		@ConvertWith(YesNo.class)
		public boolean isOpen() {
			return this.open;
		}

		public void setOpen(boolean open) {
			this.open = open;
		}

	}

	static <T> List<T> backAndForth(Class<T> javaClass, List<T> objects) {
		ObjectReader reader = ObjectReader.of(javaClass);
		ColumnBatch batch = new ArrowStreamDecoder(reader.schema(), (fields, row) -> {
			throw new AssertionError();
		}).decode(Objects.requireNonNull(new ArrowStreamEncoder(reader.schema(), Long.MAX_VALUE).encode(0,
				objects.size(), (row, column) -> reader.read(objects.get(row), column))))
			.get(0);
		RowMapper<T> mapper = RowMapper.compile(reader.schema(), javaClass);
		return IntStream.range(0, objects.size()).mapToObj((row) -> mapper.map(batch, row)).toList();
	}

	@Test
	void convertsNestedValues() {
		assertThat(ObjectReader.of(All.class).schema().toDDL()).isEqualTo("price DECIMAL(38,18),"
				+ "parts ARRAY<DECIMAL(38,18)>,named MAP<STRING, DECIMAL(38,18)>,maybe DECIMAL(38,18),"
				+ "open STRING NOT NULL,letter BIGINT NOT NULL");
		All all = new All(new Cents(1_99), Arrays.asList(new Cents(1), null), Map.of("k", new Cents(-5)),
				Optional.of(new Cents(7)), true, 'ł');
		assertThat(backAndForth(All.class, List.of(all))).containsExactly(all);
	}

	@Test
	void convertsSingleValues() {
		assertThat(ObjectReader.of(Cents.class).schema().toDDL()).isEqualTo("value DECIMAL(38,18)");
		assertThat(backAndForth(Cents.class, List.of(new Cents(3)))).containsExactly(new Cents(3));
	}

	@Test
	void findsAnnotationsOfBeans() {
		assertThat(ObjectReader.of(Bean.class).schema().toDDL()).isEqualTo("open STRING NOT NULL,PREIS DECIMAL(38,18)");
		Bean bean = new Bean();
		bean.setOpen(true);
		bean.setPrice(new Cents(5));
		Bean back = backAndForth(Bean.class, List.of(bean)).get(0);
		assertThat(back.isOpen()).isTrue();
		assertThat(back.getPrice()).isEqualTo(new Cents(5));
	}

	record Open(@ConvertWith(YesNo.class) boolean open) {
	}

	record WrongClass(@ConvertWith(YesNo.class) String open) {
	}

	static final class Raw<C, J> implements ValueConverter<C, J> {

		@Override
		public J read(C value) {
			throw new AssertionError();
		}

		@Override
		public C write(J value) {
			throw new AssertionError();
		}

	}

	static final class Needy implements ValueConverter<String, Boolean> {

		Needy(String need) {
		}

		@Override
		public Boolean read(String value) {
			return true;
		}

		@Override
		public String write(Boolean value) {
			return "";
		}

	}

	record OfNeedy(@ConvertWith(Needy.class) boolean open) {
	}

	@ConvertWith(Circular.class)
	record Circle(int radius) {
	}

	static final class Circular implements ValueConverter<Circle, Circle> {

		@Override
		public Circle read(Circle value) {
			return value;
		}

		@Override
		public Circle write(Circle value) {
			return value;
		}

	}

	@Test
	void rejectsConvertersOfAClassToItself() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> ObjectReader.of(Circle.class))
			.withMessageContaining("Circular of")
			.withMessageContaining("must read a different class");
	}

	@Test
	void reportsInvalidConverters() {
		StructType text = new StructType().add("open", DataTypes.StringType);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> RowMapper.compile(text, WrongClass.class))
			.withMessageContaining("YesNo is for java.lang.Boolean, not for java.lang.String");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> RowMapper.compile(text, OfNeedy.class))
			.withMessageContaining("Needy cannot be created");
		StructType number = new StructType().add("open", DataTypes.LongType);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> RowMapper.compile(number, Open.class))
			.withMessageContaining("'open' of type bigint does not fit");
		RowMapper<Open> mapper = RowMapper.compile(text, Open.class);
		assertThatIllegalStateException().isThrownBy(() -> mapper.map(batch(text, "perhaps"), 0))
			.withMessage("neither yes nor no: perhaps");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> mapper.map(batch(text, null), 0))
			.withMessageContaining("The column 'open' is null in a row");
	}

	private static ColumnBatch batch(StructType schema, @Nullable Object value) {
		return new ArrowStreamDecoder(schema, (fields, row) -> {
			throw new AssertionError();
		}).decode(Objects
			.requireNonNull(new ArrowStreamEncoder(schema, Long.MAX_VALUE).encode(0, 1, (row, column) -> value)))
			.get(0);
	}

}
