package org.graphsink.demo.picture;

/** Between the nodes of two indices. */
record PictureRelationship(int start, int end, String type) {}
