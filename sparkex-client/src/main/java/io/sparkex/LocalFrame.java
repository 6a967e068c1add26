package io.sparkex;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.internal.local.LocalIndex;
import io.sparkex.internal.mapping.RowMapper;
import io.sparkex.internal.query.BatchStream;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;

/**
 * The rows of a query as they were when it ran, kept here column by column, to be looked
 * at from all sides without asking the server again. For results of a limited size: what
 * is large is better asked of the server.
 * <p>
 * Made by {@link DataFrame#toLocal()}. Every method that returns a frame leaves this one
 * as it is and shares its data. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class LocalFrame implements Iterable<Row> {

	private static final int SHOWN_ROWS = 20;

	private static final int SHOWN_CHARACTERS = 40;

	private final StructType schema;

	private final List<ColumnBatch> batches;

	private final LocalIndex index;

	private final boolean truncated;

	private LocalFrame(StructType schema, List<ColumnBatch> batches, LocalIndex index, boolean truncated) {
		this.schema = schema;
		this.batches = batches;
		this.index = index;
		this.truncated = truncated;
	}

	/**
	 * Takes the batches of a result, which fails by itself where it may not be cut.
	 */
	static LocalFrame of(BatchStream result, LocalLimits limits) {
		List<ColumnBatch> batches = new ArrayList<>();
		long rows = 0;
		ColumnBatch batch = result.next();
		while (batch != null && rows <= limits.maxRows() && result.bytes() <= limits.maxBytes()) {
			batches.add(batch);
			rows += batch.rowCount();
			batch = result.next();
		}
		LocalIndex index = LocalIndex.of(batches);
		boolean truncated = batch != null || rows > limits.maxRows();
		return new LocalFrame(result.schema(), List.copyOf(batches),
				truncated ? index.slice(0, Math.min(index.size(), limits.maxRows())) : index, truncated);
	}

	private LocalFrame with(LocalIndex rows) {
		return new LocalFrame(this.schema, this.batches, rows, this.truncated);
	}

	/**
	 * The names and types of the columns.
	 * @return the schema
	 */
	public StructType schema() {
		return this.schema;
	}

	/**
	 * The count of rows.
	 * @return the count
	 */
	public int size() {
		return this.index.size();
	}

	/**
	 * Whether there is no row.
	 * @return {@code true} if so
	 */
	public boolean isEmpty() {
		return size() == 0;
	}

	/**
	 * Whether the result had more rows than were taken.
	 * @return {@code true} if rows are missing
	 */
	public boolean isTruncated() {
		return this.truncated;
	}

	/**
	 * A row.
	 * @param row its place, from 0
	 * @return a view of the row
	 * @throws IndexOutOfBoundsException if there is no such row
	 */
	public Row row(int row) {
		LocalIndex.Place place = this.index.place(row);
		return new Row(this.batches.get(place.batch()), place.row());
	}

	/**
	 * The rows as a list.
	 * @return an unmodifiable list of views
	 */
	public List<Row> rows() {
		return new Rows();
	}

	@Override
	public Iterator<Row> iterator() {
		return rows().iterator();
	}

	/**
	 * The rows as objects, as {@link DataFrame#as(Class)} makes them.
	 * @param <T> the type of the objects
	 * @param target a record or bean, {@code Map}, or the class of a single value
	 * @return the objects, in an unmodifiable list
	 * @throws io.sparkex.errors.MappingException if the rows can't become such objects
	 */
	public <T> List<T> as(Class<T> target) {
		RowMapper<T> mapper = RowMapper.compile(this.schema, target);
		return IntStream.range(0, size())
			.mapToObj(this.index::place)
			.map((place) -> mapper.map(this.batches.get(place.batch()), place.row()))
			.toList();
	}

	/**
	 * A column.
	 * @param name its name, in its exact case
	 * @return the column
	 * @throws IllegalArgumentException if the name is unknown or ambiguous
	 */
	public LocalColumn column(String name) {
		return column(this.schema.fieldIndex(name));
	}

	/**
	 * A column.
	 * @param position its position, from 0
	 * @return the column
	 * @throws IndexOutOfBoundsException if there is no such column
	 */
	public LocalColumn column(int position) {
		return new LocalColumn(this.batches, this.index, this.schema.field(position), position);
	}

	/**
	 * Some of the columns.
	 * @param names their names, in the order wanted
	 * @return a new frame
	 * @throws IllegalArgumentException if a name is unknown or ambiguous
	 */
	public LocalFrame select(String... names) {
		int[] positions = Arrays.stream(names).mapToInt(this.schema::fieldIndex).toArray();
		List<StructField> fields = Arrays.stream(positions).mapToObj(this.schema::field).toList();
		StructType selected = new StructType(fields);
		List<ColumnBatch> parts = this.batches.stream().map((batch) -> {
			List<ColumnVector> vectors = Arrays.stream(positions).mapToObj(batch::column).toList();
			return new ColumnBatch(selected, vectors, batch.rowCount());
		}).toList();
		return new LocalFrame(selected, parts, this.index, this.truncated);
	}

	/**
	 * The rows that meet a condition.
	 * @param condition the condition
	 * @return a new frame
	 */
	public LocalFrame filter(Predicate<? super Row> condition) {
		return with(this.index.of(IntStream.range(0, size()).filter((row) -> condition.test(row(row))).toArray()));
	}

	/**
	 * The rows in another order; equal ones stay in theirs.
	 * @param order the order
	 * @return a new frame
	 */
	public LocalFrame sort(Comparator<? super Row> order) {
		int[] places = IntStream.range(0, size())
			.boxed()
			.sorted((left, right) -> order.compare(row(left), row(right)))
			.mapToInt(Integer::intValue)
			.toArray();
		return with(this.index.of(places));
	}

	/**
	 * The rows in the order of some columns, from the least value up, nulls first.
	 * @param names the names of the columns, the most important one first
	 * @return a new frame
	 * @throws IllegalArgumentException if a name is unknown or ambiguous, or the values
	 * of the column have no order
	 */
	public LocalFrame sort(String... names) {
		Comparator<Row> order = Comparator.comparingInt((row) -> 0);
		for (String name : names) {
			order = order.thenComparing(RowOrder.of(this.schema, name));
		}
		return sort(order);
	}

	/**
	 * The first rows.
	 * @param rows the most rows, 0 or more
	 * @return a new frame
	 * @throws IllegalArgumentException if that is negative
	 */
	public LocalFrame head(int rows) {
		return with(this.index.slice(0, Math.min(checked(rows), size())));
	}

	/**
	 * The last rows.
	 * @param rows the most rows, 0 or more
	 * @return a new frame
	 * @throws IllegalArgumentException if that is negative
	 */
	public LocalFrame tail(int rows) {
		return with(this.index.slice(Math.max(size() - checked(rows), 0), size()));
	}

	private static int checked(int rows) {
		if (rows < 0) {
			throw new IllegalArgumentException("rows must not be negative but is " + rows);
		}
		return rows;
	}

	/**
	 * The rows as a table for people to read, one line a row.
	 * @param rows the most rows to show, 0 or more
	 * @param width the most characters of a value, 4 or more; longer ones end in dots
	 * @return the lines, each with its end
	 * @throws IllegalArgumentException if one of them is less
	 */
	public String toText(int rows, int width) {
		return new TextTable(this, checked(rows), width).text();
	}

	/**
	 * The rows as a table of HTML, without styles, in which all text is escaped.
	 * @param rows the most rows to show, 0 or more
	 * @return a {@code table} element
	 * @throws IllegalArgumentException if that is negative
	 */
	public String toHtml(int rows) {
		return new TextTable(this, checked(rows), Integer.MAX_VALUE).html();
	}

	/**
	 * The first 20 rows as {@link #toText(int, int)}, values of up to 40 characters.
	 */
	@Override
	public String toString() {
		return toText(SHOWN_ROWS, SHOWN_CHARACTERS);
	}

	/**
	 * The rows as a list.
	 */
	private final class Rows extends AbstractList<Row> implements RandomAccess {

		@Override
		public Row get(int row) {
			return row(row);
		}

		@Override
		public int size() {
			return LocalFrame.this.size();
		}

	}

}
