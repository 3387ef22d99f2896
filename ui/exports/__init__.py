"""What can be taken away on the screen 导出: one kind of export a module, all named in ``registry``."""
