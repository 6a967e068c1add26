package io.sparkex.internal.arrow;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes the values of one column, or of a part of it, and makes the buffers of Arrow.
 */
abstract sealed class ColumnWriter
		permits NullWriter, BooleanWriter, FixedWidthWriter, VariableWidthWriter, ListWriter, MapWriter, StructWriter {

	private final CellLocation place;

	private final BitSink validity;

	private int rows;

	private int nulls;

	ColumnWriter(CellLocation place, int capacity) {
		this.place = place;
		this.validity = new BitSink(capacity);
	}

	final CellLocation place() {
		return this.place;
	}

	final int rows() {
		return this.rows;
	}

	/**
	 * Adds a value, checked first.
	 */
	final void write(@Nullable Object value) {
		if (value == null) {
			if (!this.place.nullable()) {
				throw this.place.nullRefused();
			}
			skip();
			return;
		}
		writeValue(value);
		this.validity.put(true);
		this.rows++;
	}

	/**
	 * Adds a row that means nothing, since what it is a part of is null.
	 */
	final void skip() {
		writeNothing();
		this.validity.put(false);
		this.rows++;
		this.nulls++;
	}

	abstract void writeValue(Object value);

	/**
	 * Adds what stands in the buffers for a null.
	 */
	abstract void writeNothing();

	/**
	 * Adds the nodes and buffers of this column and those below it, in their order.
	 */
	void collect(BatchContent content) {
		content.node(this.rows, this.nulls);
		content.buffer((this.nulls > 0) ? this.validity.finished() : new ByteSink(0));
		buffers().forEach(content::buffer);
		children().forEach((child) -> child.collect(content));
	}

	/**
	 * How many bytes there are by now, but for what tells of nulls.
	 */
	long size() {
		long size = 0;
		for (ByteSink buffer : buffers()) {
			size += buffer.size();
		}
		for (ColumnWriter child : children()) {
			size += child.size();
		}
		return size;
	}

	/**
	 * The buffers once all values are there.
	 */
	abstract List<ByteSink> buffers();

	List<ColumnWriter> children() {
		return List.of();
	}

}
