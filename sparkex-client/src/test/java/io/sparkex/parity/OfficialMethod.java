package io.sparkex.parity;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One public method or constructor of the official API.
 *
 * @param owner the class name relative to {@code org.apache.spark.sql}
 * @param name the name, or {@value #CONSTRUCTOR} for a constructor
 * @param parameterTypes the full names of the erased parameter types
 * @param returnType the full name of the erased return type
 * @param genericReturnType the declared return type
 * @param isStatic {@code true} for a static method
 */
record OfficialMethod(String owner, String name, List<String> parameterTypes, String returnType,
		String genericReturnType, boolean isStatic) {

	static final String CONSTRUCTOR = "new";

	/**
	 * Returns the form of the exclusions: {@code as(Encoder)}.
	 */
	String signature() {
		return this.name + this.parameterTypes.stream()
			.map(OfficialMethod::shortName)
			.collect(Collectors.joining(", ", "(", ")"));
	}

	boolean takes(String shortType) {
		return this.parameterTypes.stream().anyMatch((type) -> shortName(type).equals(shortType));
	}

	@Override
	public String toString() {
		return this.owner + "." + signature();
	}

	/**
	 * Scala types keep their package, since they differ from the Java types of the same
	 * name.
	 */
	static String shortName(String type) {
		return type.replaceAll("\\b(?:java|org)\\.(?:[a-z0-9]+\\.)*", "");
	}

}
