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
 * The result of a query, kept in memory on the client, column by column. It can be
 * filtered, sorted and displayed without further calls to the server. Meant for small
 * results; process large ones on the server.
 * <p>
 * Created by {@link DataFrame#toLocal()}. Methods that return a local frame do not change
 * this one and share its data. Immutable and thread-safe.
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
	 * Reads the batches of a result up to the limits. Limits that do not truncate are
	 * enforced by the result itself.
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
	 * Returns the schema.
	 * @return the schema
	 */
	public StructType schema() {
		return this.schema;
	}

	/**
	 * Returns the number of rows.
	 * @return the number of rows
	 */
	public int size() {
		return this.index.size();
	}

	/**
	 * Returns {@code true} if there are no rows.
	 * @return {@code true} if there are no rows
	 */
	public boolean isEmpty() {
		return size() == 0;
	}

	/**
	 * Returns {@code true} if the result had more rows than the limits allowed.
	 * @return {@code true} if rows are missing
	 */
	public boolean isTruncated() {
		return this.truncated;
	}

	/**
	 * Returns a row.
	 * @param row the row index, from 0
	 * @return a view of the row
	 * @throws IndexOutOfBoundsException if there is no such row
	 */
	public Row row(int row) {
		LocalIndex.Place place = this.index.place(row);
		return new Row(this.batches.get(place.batch()), place.row());
	}

	/**
	 * Returns the rows as a list.
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
	 * Returns the rows mapped to objects, as {@link DataFrame#as(Class)} does.
	 * @param <T> the type of the objects
	 * @param target a record, a bean, {@code Map}, or the class of a single value
	 * @return the objects, in an unmodifiable list
	 * @throws io.sparkex.errors.MappingException if the rows do not fit the class
	 */
	public <T> List<T> as(Class<T> target) {
		RowMapper<T> mapper = RowMapper.compile(this.schema, target);
		return IntStream.range(0, size())
			.mapToObj(this.index::place)
			.map((place) -> mapper.map(this.batches.get(place.batch()), place.row()))
			.toList();
	}

	/**
	 * Returns a column by name.
	 * @param name the column name, case-sensitive
	 * @return the column
	 * @throws IllegalArgumentException if the name is unknown or ambiguous
	 */
	public LocalColumn column(String name) {
		return column(this.schema.fieldIndex(name));
	}

	/**
	 * Returns a column by position.
	 * @param position the position, from 0
	 * @return the column
	 * @throws IndexOutOfBoundsException if there is no such column
	 */
	public LocalColumn column(int position) {
		return new LocalColumn(this.batches, this.index, this.schema.field(position), position);
	}

	/**
	 * Selects columns by name.
	 * @param names the column names, in the desired order
	 * @return a new local frame
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
	 * Returns the rows that match a predicate.
	 * @param condition the predicate
	 * @return a new local frame
	 */
	public LocalFrame filter(Predicate<? super Row> condition) {
		return with(this.index.of(IntStream.range(0, size()).filter((row) -> condition.test(row(row))).toArray()));
	}

	/**
	 * Sorts the rows with a comparator. The sort is stable.
	 * @param order the comparator
	 * @return a new local frame
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
	 * Sorts the rows by columns, ascending with nulls first.
	 * @param names the column names, the most significant first
	 * @return a new local frame
	 * @throws IllegalArgumentException if a name is unknown or ambiguous, or if values of
	 * a column cannot be ordered
	 */
	public LocalFrame sort(String... names) {
		Comparator<Row> order = Comparator.comparingInt((row) -> 0);
		for (String name : names) {
			order = order.thenComparing(RowOrder.of(this.schema, name));
		}
		return sort(order);
	}

	/**
	 * Returns the first rows.
	 * @param rows the maximum number of rows, 0 or more
	 * @return a new local frame
	 * @throws IllegalArgumentException if the number is negative
	 */
	public LocalFrame head(int rows) {
		return with(this.index.slice(0, Math.min(checked(rows), size())));
	}

	/**
	 * Returns the last rows.
	 * @param rows the maximum number of rows, 0 or more
	 * @return a new local frame
	 * @throws IllegalArgumentException if the number is negative
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
	 * Formats the rows as a text table, one line for each row.
	 * @param rows the maximum number of rows, 0 or more
	 * @param width the maximum number of characters of a value, 4 or more; longer values
	 * are truncated and end with an ellipsis
	 * @return the lines, each with a line terminator
	 * @throws IllegalArgumentException if an argument is too small
	 */
	public String toText(int rows, int width) {
		return new TextTable(this, checked(rows), width).text();
	}

	/**
	 * Formats the rows as an HTML table without styles. All text is escaped.
	 * @param rows the maximum number of rows, 0 or more
	 * @return a {@code table} element
	 * @throws IllegalArgumentException if the number is negative
	 */
	public String toHtml(int rows) {
		return new TextTable(this, checked(rows), Integer.MAX_VALUE).html();
	}

	/**
	 * Formats the first 20 rows as {@link #toText(int, int)} does, with values of up to
	 * 40 characters.
	 */
	@Override
	public String toString() {
		return toText(SHOWN_ROWS, SHOWN_CHARACTERS);
	}

	/**
	 * The rows as a random-access list.
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
