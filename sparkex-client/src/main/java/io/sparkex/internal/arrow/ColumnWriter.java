package io.sparkex.internal.arrow;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writer of the values of one column, or of a nested part of it, into Arrow buffers.
 */
abstract sealed class ColumnWriter
		permits NullWriter, BooleanWriter, FixedWidthWriter, VariableWidthWriter, ListWriter, MapWriter, StructWriter {

	private final CellLocation location;

	private final BitmapBuilder validity;

	private int rows;

	private int nulls;

	ColumnWriter(CellLocation location, int capacity) {
		this.location = location;
		this.validity = new BitmapBuilder(capacity);
	}

	final CellLocation location() {
		return this.location;
	}

	final int rows() {
		return this.rows;
	}

	/**
	 * Validates and adds a value.
	 */
	final void write(@Nullable Object value) {
		if (value == null) {
			if (!this.location.nullable()) {
				throw this.location.nullRefused();
			}
			skip();
			return;
		}
		writeValue(value);
		this.validity.put(true);
		this.rows++;
	}

	/**
	 * Adds a placeholder for a row whose parent is null.
	 */
	final void skip() {
		writePlaceholder();
		this.validity.put(false);
		this.rows++;
		this.nulls++;
	}

	abstract void writeValue(Object value);

	/**
	 * Adds the placeholder of a null to the buffers.
	 */
	abstract void writePlaceholder();

	/**
	 * Adds the field nodes and buffers of this column and its children in depth-first
	 * order.
	 */
	void collect(RecordBatchBuilder content) {
		content.node(this.rows, this.nulls);
		content.buffer((this.nulls > 0) ? this.validity.finished() : new BufferBuilder(0));
		buffers().forEach(content::buffer);
		children().forEach((child) -> child.collect(content));
	}

	/**
	 * Returns the current size in bytes without validity bitmaps.
	 */
	long size() {
		long size = 0;
		for (BufferBuilder buffer : buffers()) {
			size += buffer.size();
		}
		for (ColumnWriter child : children()) {
			size += child.size();
		}
		return size;
	}

	/**
	 * Returns the buffers after the last value was added.
	 */
	abstract List<BufferBuilder> buffers();

	List<ColumnWriter> children() {
		return List.of();
	}

}
